package org.mimawari.indicator.forwarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailFlowRule;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.rules.RuleFindings;

/**
 * Automatic forwarding outside was allowed for the organisation (ATT&amp;CK T1562.001). A remote domain that allows it
 * is Exchange's default and counts only when a log shows the change.
 */
public final class ForwardingPolicyOpened implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("fwd-policy-opened", Family.FORWARDING,
            AttackStage.PERSISTENCE, Level.MEDIUM, 40, 0.7, List.of("T1562.001"), Set.of(EvidenceKind.MAIL_FLOW_RULE));

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<Finding> found = new ArrayList<>();
        for (MailFlowRule rule : evidence.mailFlowRules()) {
            boolean isDefault = rule.change() == Change.PRESENT && rule.type() == MailFlowRule.Type.REMOTE_DOMAIN;
            if (!isDefault && !rule.change().ends() && opens(rule.parameters().stream())) {
                found.add(finding(rule, rule.name(), evidence));
            }
        }
        for (SettingChange change : evidence.settingChanges()) {
            if (change.succeeded() && opens(change.parameters().stream())) {
                found.add(finding(change, change.target().orElse(change.operation()), evidence));
            }
        }
        return found;
    }

    private static boolean opens(Stream<Parameter> parameters) {
        return parameters.anyMatch(each -> each.name().equalsIgnoreCase("AutoForwardingMode")
                && each.value().strip().equalsIgnoreCase("On")
                || each.name().equalsIgnoreCase("AutoForwardEnabled") && isTrue(each.value()));
    }

    private static boolean isTrue(String value) {
        String text = value.strip();
        return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("$true") || text.equals("1");
    }

    private static Finding finding(Evidence opened, String policy, MailboxEvidence evidence) {
        String name = policy.isBlank() ? "Default" : policy.substring(0, Math.min(policy.length(), 200));
        Finding finding = Finding.of(PROFILE, evidence, TimeRange.of(List.of(opened)), name,
                Reason.text("policy", name).andText("actor", opened.actor().user().orElse("?")), Citation.of(opened));
        return RuleFindings.settled(opened.time().isEmpty() ? finding.times(Multiplier.UNDATED_STATE) : finding);
    }
}
