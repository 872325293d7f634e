package org.mimawari.indicator.forwarding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.ForwardingSetting;
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
import org.mimawari.indicator.rules.RuleCircumstances;
import org.mimawari.indicator.rules.RuleFindings;

/** The whole mailbox is forwarded outside by a setting that no rule list shows (ATT&amp;CK T1114.003). */
public final class MailboxForwardsOutside implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("fwd-mailbox-smtp", Family.FORWARDING,
            AttackStage.HIDING, Level.MEDIUM, 50, 0.7, List.of("T1114.003"), Set.of(EvidenceKind.FORWARDING_SETTING));
    private static final Multiplier SWITCHED_OFF = Multiplier.modifier("switched-off", 0.5);
    private static final Multiplier TARGET_UNRESOLVED = Multiplier.modifier("target-unresolved", 0.4);

    private final Policy policy;
    private final OutsideTargets outside;

    public MailboxForwardsOutside(Policy policy) {
        this.policy = policy;
        this.outside = new OutsideTargets(policy);
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Outflow outflow = new Outflow(policy, evidence);
        RuleCircumstances circumstances = new RuleCircumstances(evidence);
        List<Finding> found = new ArrayList<>();
        for (SeenForwarding seen : SeenForwarding.of(evidence, outside)) {
            if (seen.everConfirmed()) {
                List<Multiplier> factors = new ArrayList<>(circumstances.of(seen.setting(), seen.isUndated()));
                factors.addAll(outflow.factors(List.of(seen.target())));
                if (!seen.everEnabled()) {
                    factors.add(SWITCHED_OFF);
                }
                found.add(finding(evidence, seen.target().text(), seen.sightings(), factors));
            }
        }
        found.addAll(unresolved(evidence, circumstances));
        return found;
    }

    /** A name without an address may be a mail contact that stands for an address outside; the source does not tell. */
    private static List<Finding> unresolved(MailboxEvidence evidence, RuleCircumstances circumstances) {
        Map<String, List<ForwardingSetting>> byName = new LinkedHashMap<>();
        for (ForwardingSetting setting : evidence.forwarding()) {
            String target = setting.target().strip();
            if (!target.isEmpty() && target.indexOf('@') < 0 && !setting.change().ends()) {
                byName.computeIfAbsent(target.toLowerCase(Locale.ROOT), any -> new ArrayList<>()).add(setting);
            }
        }
        List<Finding> found = new ArrayList<>();
        byName.forEach((name, settings) -> {
            List<Multiplier> factors = new ArrayList<>(circumstances.of(settings.get(0), Outflow.isUndated(settings)));
            factors.add(TARGET_UNRESOLVED);
            found.add(finding(evidence, name, settings, factors));
        });
        return found;
    }

    private static Finding finding(MailboxEvidence evidence, String target, List<ForwardingSetting> sightings,
            List<Multiplier> factors) {
        String shown = target.length() <= 320 ? target : target.substring(0, 320);
        Reason reason = Reason.text("target", shown).andText("setting", sightings.get(0).field());
        return RuleFindings.settled(Finding.of(PROFILE, evidence, TimeRange.of(sightings), shown,
                SeenForwarding.whose(reason, sightings), Citation.of(sightings)).times(factors));
    }
}
