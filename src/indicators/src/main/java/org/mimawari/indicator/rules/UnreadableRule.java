package org.mimawari.indicator.rules;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Reason;

/** A rule or script whose contents cannot be seen; it may do anything (ATT&amp;CK T1564.008). */
public final class UnreadableRule implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("rules-unreadable", Family.RULES,
            AttackStage.NONE, Level.INFO, 5, 0.5, List.of("T1564.008"), Set.of(EvidenceKind.MAILBOX_RULE));
    private static final Gravity ACTIVE = new Gravity(Level.LOW, 24, 0.8);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        RuleFindings findings = RuleFindings.evenUndated(PROFILE, evidence);
        Set<String> readElsewhere = readable(evidence);
        return RuleInventory.of(evidence).stream().filter(UnreadableRule::isDark)
                .filter(seen -> !readElsewhere.contains(RuleIdentity.name(seen.rule())))
                .map(seen -> findings.of(seen, Reason.NONE, gravity(seen))).toList();
    }

    private static boolean isDark(SeenRule seen) {
        return !seen.rule().readable() || seen.rule().traits().contains(RuleTrait.IN_ERROR);
    }

    private static Gravity gravity(SeenRule seen) {
        return seen.everActive() && !seen.rule().readable() ? ACTIVE : Gravity.of(PROFILE);
    }

    /** Names of rules that another source shows in full, as the audit log does where the mailbox does not. */
    private static Set<String> readable(MailboxEvidence evidence) {
        Set<String> names = new HashSet<>();
        for (MailboxRule rule : evidence.rules()) {
            if (rule.readable() && !rule.name().isEmpty() && !rule.actions().isEmpty()
                    && !rule.traits().contains(RuleTrait.IN_ERROR)) {
                names.add(RuleIdentity.name(rule));
            }
        }
        return names;
    }
}
