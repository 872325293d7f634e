package org.mimawari.indicator.forwarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.RuleTrait;
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
import org.mimawari.indicator.rules.Gravity;
import org.mimawari.indicator.rules.RuleCircumstances;
import org.mimawari.indicator.rules.RuleFindings;
import org.mimawari.indicator.rules.SeenRule;

/**
 * Mail goes outside and no copy stays, so that only the stranger reads it: a setting that keeps none, or a rule that
 * sends and deletes (ATT&amp;CK T1114.003, T1564.008).
 */
public final class ForwardsWithoutCopy implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("fwd-no-local-copy", Family.FORWARDING,
            AttackStage.HIDING, Level.HIGH, 70, 0.8, List.of("T1114.003", "T1564.008"),
            Set.of(EvidenceKind.FORWARDING_SETTING, EvidenceKind.MAILBOX_RULE));
    private static final Multiplier SWITCHED_OFF = Multiplier.modifier("switched-off", 0.5);

    private final Policy policy;
    private final OutsideTargets outside;

    public ForwardsWithoutCopy(Policy policy) {
        this.policy = policy;
        this.outside = new OutsideTargets(policy);
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<Finding> found = new ArrayList<>(bySetting(evidence));
        found.addAll(byRule(evidence));
        return found;
    }

    private List<Finding> bySetting(MailboxEvidence evidence) {
        Outflow outflow = new Outflow(policy, evidence);
        RuleCircumstances circumstances = new RuleCircumstances(evidence);
        List<Finding> found = new ArrayList<>();
        for (SeenForwarding seen : SeenForwarding.of(evidence, outside)) {
            if (seen.everConfirmed() && seen.keepsCopy().filter(keeps -> !keeps).isPresent()) {
                Reason reason = Reason.NONE.andTexts("targets", List.of(seen.target().text()))
                        .andText("means", seen.setting().field());
                Finding finding = Finding.of(PROFILE, evidence, seen.when(), seen.target().text(),
                        SeenForwarding.whose(reason, seen.sightings()),
                        Citation.of(seen.sightings())).times(circumstances.of(seen.setting(), seen.isUndated()));
                found.add(outflow.weighed(seen.everEnabled() ? finding : finding.times(SWITCHED_OFF),
                        List.of(seen.target())));
            }
        }
        return found;
    }

    private List<Finding> byRule(MailboxEvidence evidence) {
        RuleFindings findings = RuleFindings.of(PROFILE, evidence);
        Outflow outflow = new Outflow(policy, evidence);
        return RuleOutflow.of(evidence, outside).stream().filter(rule -> keepsNone(rule.seen()))
                .map(rule -> findings.of(rule.seen(), Reason.NONE.andTexts("targets", rule.addresses())
                        .andText("means", rule.seen().rule().name().isEmpty() ? "*" : rule.seen().rule().name()),
                        Gravity.of(PROFILE), outflow.factors(rule.targets()))).toList();
    }

    private static boolean keepsNone(SeenRule seen) {
        return seen.hiding().isComplete() || seen.sightings().stream()
                .anyMatch(each -> each.traits().contains(RuleTrait.KEEPS_NO_COPY));
    }
}
