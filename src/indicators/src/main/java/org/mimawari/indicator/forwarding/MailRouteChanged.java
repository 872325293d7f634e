package org.mimawari.indicator.forwarding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.mimawari.indicator.words.Folding;

/**
 * A connector, journal rule or route was made or changed, or a journal or route leads outside (ATT&amp;CK T1114.003).
 * Connectors that were always there are ordinary and not meant.
 */
public final class MailRouteChanged implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("fwd-connector-route", Family.FORWARDING,
            AttackStage.HIDING, Level.HIGH, 55, 0.7, List.of("T1114.003"), Set.of(EvidenceKind.MAIL_FLOW_RULE));
    private static final Set<MailFlowRule.Type> CONNECTORS =
            Set.of(MailFlowRule.Type.INBOUND_CONNECTOR, MailFlowRule.Type.OUTBOUND_CONNECTOR);
    private static final Set<MailFlowRule.Type> ROUTES =
            Set.of(MailFlowRule.Type.JOURNAL_RULE, MailFlowRule.Type.ROUTING);

    private final Policy policy;
    private final OutsideTargets outside;

    public MailRouteChanged(Policy policy) {
        this.policy = policy;
        this.outside = new OutsideTargets(policy);
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Map<String, List<MailFlowRule>> routes = new LinkedHashMap<>();
        for (MailFlowRule rule : evidence.mailFlowRules()) {
            if (isOfInterest(rule, evidence)) {
                routes.computeIfAbsent(rule.type() + "|" + Folding.fold(rule.name()), any -> new ArrayList<>())
                        .add(rule);
            }
        }
        List<Finding> found = new ArrayList<>();
        routes.forEach((pattern, sightings) -> found.add(finding(pattern, sightings, evidence)));
        return found;
    }

    private boolean isOfInterest(MailFlowRule rule, MailboxEvidence evidence) {
        boolean made = rule.time().isPresent() && !rule.change().ends() && !rule.actor().isSystem();
        boolean leadsOut = !outside.in(rule.targets(), evidence.mailbox()).isEmpty();
        return CONNECTORS.contains(rule.type()) && made || ROUTES.contains(rule.type()) && (made || leadsOut)
                && rule.enabled();
    }

    private Finding finding(String pattern, List<MailFlowRule> sightings, MailboxEvidence evidence) {
        MailFlowRule rule = sightings.get(sightings.size() - 1);
        List<MailboxAddress> targets = outside.in(rule.targets(), evidence.mailbox());
        Reason reason = Reason.text("rule", rule.name().isBlank() ? "*" : rule.name()).andTexts("targets",
                rule.targets().isEmpty() ? List.of("*") : rule.targets());
        Finding finding = Finding.of(PROFILE, evidence, TimeRange.of(sightings), pattern, reason,
                Citation.of(sightings));
        return new Outflow(policy, evidence).weighed(
                Outflow.isUndated(sightings) ? finding.times(Multiplier.UNDATED_STATE) : finding, targets);
    }
}
