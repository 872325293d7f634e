package org.mimawari.indicator.forwarding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailFlowRule;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.domain.OutsideTargets;
import org.mimawari.indicator.rules.RuleFindings;
import org.mimawari.indicator.words.Folding;

/** A mail-flow rule of the whole organisation copies or redirects mail outside (ATT&amp;CK T1114.003). */
public final class TransportRuleSendsOutside implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("fwd-transport-rule", Family.FORWARDING,
            AttackStage.HIDING, Level.HIGH, 65, 0.75, List.of("T1114.003"), Set.of(EvidenceKind.MAIL_FLOW_RULE));
    private static final Multiplier SWITCHED_OFF = Multiplier.modifier("switched-off", 0.5);
    private static final Multiplier SYSTEM_ACTOR = Multiplier.modifier("system-actor", 0);

    private final Policy policy;
    private final OutsideTargets outside;

    public TransportRuleSendsOutside(Policy policy) {
        this.policy = policy;
        this.outside = new OutsideTargets(policy);
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Map<String, List<MailFlowRule>> rules = new LinkedHashMap<>();
        for (MailFlowRule rule : evidence.mailFlowRules()) {
            List<MailboxAddress> targets = outside.in(rule.targets(), evidence.mailbox());
            if (rule.type() == MailFlowRule.Type.TRANSPORT_RULE && !targets.isEmpty()) {
                rules.computeIfAbsent(Folding.fold(rule.name()) + "|" + targets, any -> new ArrayList<>()).add(rule);
            }
        }
        List<Finding> found = new ArrayList<>();
        rules.forEach((pattern, sightings) -> found.add(finding(pattern, sightings, evidence)));
        return found;
    }

    private Finding finding(String pattern, List<MailFlowRule> sightings, MailboxEvidence evidence) {
        MailFlowRule rule = sightings.get(sightings.size() - 1);
        List<MailboxAddress> targets = outside.in(rule.targets(), evidence.mailbox());
        Reason reason = Reason.text("rule", rule.name()).andTexts("targets",
                targets.stream().map(MailboxAddress::text).toList());
        return new Outflow(policy, evidence).weighed(Finding.of(PROFILE, evidence, TimeRange.of(sightings), pattern,
                reason, Citation.of(sightings)).times(factors(sightings)), targets);
    }

    /** Only administrators can make such a rule, so that one did excuses nothing. */
    private static List<Multiplier> factors(List<MailFlowRule> sightings) {
        List<Multiplier> factors = new ArrayList<>();
        if (Outflow.isUndated(sightings)) {
            factors.add(Multiplier.UNDATED_STATE);
        }
        if (sightings.stream().noneMatch(each -> each.enabled() && !each.change().ends())) {
            factors.add(SWITCHED_OFF);
        }
        if (sightings.stream().anyMatch(each -> each.actor().role() == Actor.Role.SYSTEM)) {
            factors.add(SYSTEM_ACTOR);
        }
        return factors;
    }
}
