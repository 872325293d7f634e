package org.mimawari.indicator.forwarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.domain.OutsideTargets;
import org.mimawari.indicator.rules.Gravity;
import org.mimawari.indicator.rules.RuleFindings;

/** A rule forwards or redirects mail to an address outside the organisation (ATT&amp;CK T1114.003). */
public final class RuleForwardsOutside implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("fwd-external-rule", Family.FORWARDING,
            AttackStage.HIDING, Level.MEDIUM, 50, 0.7, List.of("T1114.003"), Set.of(EvidenceKind.MAILBOX_RULE));

    private final Policy policy;
    private final OutsideTargets outside;

    public RuleForwardsOutside(Policy policy) {
        this.policy = policy;
        this.outside = new OutsideTargets(policy);
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        RuleFindings findings = RuleFindings.of(PROFILE, evidence);
        Outflow outflow = new Outflow(policy, evidence);
        return RuleOutflow.of(evidence, outside).stream().map(rule -> findings.of(rule.seen(),
                Reason.NONE.andTexts("targets", rule.addresses()), Gravity.of(PROFILE),
                factors(rule, outflow, evidence))).toList();
    }

    private static List<Multiplier> factors(RuleOutflow rule, Outflow outflow, MailboxEvidence evidence) {
        List<Multiplier> factors = new ArrayList<>(outflow.factors(rule.targets()));
        factors.addAll(DocumentServices.factors(rule, evidence.mailbox()));
        return factors;
    }
}
