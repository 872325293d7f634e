package org.mimawari.indicator.forwarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.domain.LookAlike;
import org.mimawari.indicator.domain.OutsideTargets;
import org.mimawari.indicator.rules.Gravity;
import org.mimawari.indicator.rules.RuleCircumstances;
import org.mimawari.indicator.rules.RuleFindings;

/**
 * Mail is forwarded to a domain that looks like the own one or a partner's (ATT&amp;CK T1114.003, T1583.001).
 */
public final class ForwardsToLookAlike implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("fwd-lookalike", Family.FORWARDING,
            AttackStage.HIDING, Level.HIGH, 70, 0.8, List.of("T1114.003", "T1583.001"),
            Set.of(EvidenceKind.MAILBOX_RULE, EvidenceKind.FORWARDING_SETTING));

    private final Policy policy;
    private final OutsideTargets outside;

    public ForwardsToLookAlike(Policy policy) {
        this.policy = policy;
        this.outside = new OutsideTargets(policy);
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<RuleOutflow> rules = RuleOutflow.of(evidence, outside);
        List<SeenForwarding> settings = SeenForwarding.of(evidence, outside);
        if (rules.isEmpty() && settings.isEmpty()) {
            return List.of();
        }
        LookAlike known = KnownDomains.of(policy, evidence);
        Outflow outflow = new Outflow(policy, evidence);
        List<Finding> found = new ArrayList<>(byRule(rules, known, outflow, evidence));
        RuleCircumstances circumstances = new RuleCircumstances(evidence);
        for (SeenForwarding seen : settings) {
            known.find(seen.target().domain()).map(match -> Finding.of(PROFILE, evidence, seen.when(),
                    seen.target().text(), facts(seen.target(), match), Citation.of(seen.sightings()))
                    .times(circumstances.of(seen.setting(), seen.isUndated())))
                    .ifPresent(finding -> found.add(outflow.weighed(finding, List.of(seen.target()))));
        }
        return found;
    }

    // Four pieces of one examination, kept out of fields because the indicator has no state.
    private static List<Finding> byRule(List<RuleOutflow> rules, LookAlike known, Outflow outflow,
            MailboxEvidence evidence) {
        RuleFindings findings = RuleFindings.of(PROFILE, evidence);
        List<Finding> found = new ArrayList<>();
        for (RuleOutflow rule : rules) {
            // One imitation makes the rule a finding; its pattern is the rule.
            rule.targets().stream().filter(target -> known.find(target.domain()).isPresent()).findFirst()
                    .ifPresent(target -> found.add(findings.of(rule.seen(),
                            facts(target, known.find(target.domain()).orElseThrow()), Gravity.of(PROFILE),
                            outflow.factors(List.of(target)))));
        }
        return found;
    }

    private static Reason facts(MailboxAddress target, LookAlike.Match match) {
        return Reason.text("target", target.text()).andText("imitated", match.domain());
    }
}
