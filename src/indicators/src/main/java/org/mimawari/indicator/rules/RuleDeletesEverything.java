package org.mimawari.indicator.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;

/** A rule deletes every message that comes in, openly or by conditions that are always true (ATT&amp;CK T1564.008). */
public final class RuleDeletesEverything implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("rules-delete-all", Family.RULES,
            AttackStage.HIDING, Level.HIGH, 75, 0.85, List.of("T1564.008", "T1070.008"),
            Set.of(EvidenceKind.MAILBOX_RULE));
    private static final Multiplier RETIRED = Multiplier.modifier("retired-mailbox", 0.2);
    private static final Multiplier ROBOT = Multiplier.modifier("robot-mailbox", 0.5);
    private static final Multiplier CONDITIONS_NOT_SHOWN = Multiplier.modifier("conditions-not-shown", 0.5);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        RuleFindings findings = RuleFindings.evenUndated(PROFILE, evidence);
        return RuleInventory.of(evidence).stream()
                .filter(seen -> seen.hiding() == Hiding.DESTROYED && seen.takesEverything(evidence.mailbox()))
                .map(seen -> findings.of(seen, Reason.NONE, Gravity.of(PROFILE), factors(seen, evidence))).toList();
    }

    private static List<Multiplier> factors(SeenRule seen, MailboxEvidence evidence) {
        List<Multiplier> factors = new ArrayList<>();
        // Nobody reads a robot's mail, and deleting what comes to it is a usual way of running one.
        if (seen.isUndated() && evidence.kind() == MailboxKind.ROBOT) {
            factors.add(ROBOT);
        }
        if (evidence.kind() == MailboxKind.RETIRED) {
            factors.add(RETIRED);
        }
        if (seen.rule().conditions().isEmpty() && seen.rule().traits().contains(RuleTrait.FROM_OUTLOOK)) {
            factors.add(CONDITIONS_NOT_SHOWN);
        }
        return factors;
    }
}
