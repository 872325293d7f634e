package org.mimawari.indicator.rules;

import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Reason;

/** A rule moves every message to where the owner does not look (ATT&amp;CK T1564.008). */
public final class RuleMovesEverything implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("rules-move-all", Family.RULES,
            AttackStage.HIDING, Level.MEDIUM, 45, 0.65, List.of("T1564.008"), Set.of(EvidenceKind.MAILBOX_RULE));
    private static final Gravity READ_UNSEEN = new Gravity(Level.HIGH, 75, 0.85);
    private static final Gravity UNSEEN = new Gravity(Level.MEDIUM, 60, 0.75);
    private static final Gravity ARCHIVED_READ = new Gravity(Level.MEDIUM, 60, 0.75);
    /** People who archive everything exist, and read it on the way. */
    private static final Gravity ARCHIVED = new Gravity(Level.LOW, 25, 0.6);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        RuleFindings findings = RuleFindings.of(PROFILE, evidence);
        return RuleInventory.of(evidence).stream().filter(RuleMovesEverything::movesAway)
                .filter(seen -> seen.takesEverything(evidence.mailbox()))
                .map(seen -> findings.of(seen, Reason.NONE, gravity(seen))).toList();
    }

    private static boolean movesAway(SeenRule seen) {
        return seen.hiding() == Hiding.UNSEEN || seen.hiding() == Hiding.ARCHIVED;
    }

    private static Gravity gravity(SeenRule seen) {
        if (seen.hiding() == Hiding.UNSEEN) {
            return seen.marksRead() ? READ_UNSEEN : UNSEEN;
        }
        return seen.marksRead() ? ARCHIVED_READ : ARCHIVED;
    }
}
