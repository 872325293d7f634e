package org.mimawari.indicator.signin;

import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;

/** Makes the profiles and findings of the sign-in family from what differs between them. */
final class SignInFinding {

    private SignInFinding() {}

    static IndicatorProfile profile(String id, Level level, int weight, double confidence, String... attack) {
        return new IndicatorProfile(id, Family.SIGN_IN, AttackStage.INITIAL_ACCESS, level, weight, confidence,
                List.of(attack), Set.of(EvidenceKind.SIGN_IN));
    }

    /** A finding from sign-ins in order of time. */
    static Finding of(IndicatorProfile profile, MailboxEvidence evidence, String pattern, List<SignIn> signIns) {
        return of(profile, evidence, pattern, signIns, SignInReason.of(signIns));
    }

    static Finding of(IndicatorProfile profile, MailboxEvidence evidence, String pattern, List<SignIn> signIns,
            Reason reason) {
        return Finding.of(profile, evidence, TimeRange.of(signIns), pattern, reason, Citation.of(signIns));
    }

    /** A finding from sign-ins of which some are the owner's: it lasts as long as the stranger was there. */
    static Finding of(IndicatorProfile profile, MailboxEvidence evidence, Flips.Group group, Reason reason) {
        return Finding.of(profile, evidence, group.visit(Strangers.of(evidence)), group.key(), reason,
                Citation.of(group.pieces()));
    }

    /** The same finding where everything came from the owner's usual device or network. */
    static Finding asHabitual(Finding finding) {
        return finding.judged(Level.LOW, finding.weight(), finding.confidence())
                .times(Multiplier.habitualSource(Family.SIGN_IN));
    }
}
