package org.mimawari.indicator.posture;

import java.util.List;
import java.util.Set;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Reason;

/** A state of the defences: without a time of its own, and never more than a hint. */
final class Weakness {

    private Weakness() {}

    static IndicatorProfile profile(String id, EvidenceKind needs, int weight, String... attack) {
        return new IndicatorProfile(id, Family.POSTURE, AttackStage.NONE, Level.LOW, weight, 1, List.of(attack),
                Set.of(needs));
    }

    /** At most one finding for a mailbox, whatever the number of pieces that show it. */
    static List<Finding> finding(IndicatorProfile profile, MailboxEvidence evidence, List<? extends Evidence> pieces,
            Reason reason) {
        return pieces.isEmpty() ? List.of() : List.of(Finding.of(profile, evidence, TimeRange.UNKNOWN, "",
                reason.andNumber("count", pieces.size()), Citation.of(pieces)));
    }
}
