package org.mimawari.indicator.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.SettingChange;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Episodes;

/**
 * Google let a sensitive change pass although the session looked risky (login audit, {@code risky_sensitive_action_*};
 * ATT&amp;CK T1098).
 */
public final class AccessRiskySensitiveAction implements Indicator {

    private static final IndicatorProfile PROFILE =
            AccessFinding.profile("access-risky-sensitive-action", Level.MEDIUM, 45, 0.7, "T1098");
    private static final String BLOCKED = "blocked";

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<Evidence> actions = new ArrayList<>();
        evidence.settingChanges().stream().filter(change -> isRisky(change.operation())).forEach(actions::add);
        evidence.providerAlerts().stream().filter(alert -> isRisky(alert.title())).forEach(actions::add);
        actions.sort(Comparator.comparing((Evidence action) -> action.time().orElse(Instant.MIN))
                .thenComparing(Evidence::ref));
        return Episodes.groups(actions, AccessRiskySensitiveAction::outcome).stream()
                .map(group -> finding(group, evidence)).toList();
    }

    private static Finding finding(List<Evidence> group, MailboxEvidence evidence) {
        Evidence first = group.get(0);
        Finding finding = AccessFinding.of(PROFILE, evidence, outcome(first), group, AccessFinding.reason(first)
                .andText("action", AccessFinding.cut(action(first))).andText("outcome", outcome(first))
                .andNumber("count", group.size()));
        return outcome(first).equals(BLOCKED) ? finding.judged(Level.LOW, 20, 0.5) : finding;
    }

    private static String action(Evidence piece) {
        return piece instanceof SettingChange change
                ? change.parameter("sensitive_action_name").or(change::target).orElse(change.operation())
                : ((ProviderAlert) piece).detail().orElse(((ProviderAlert) piece).title());
    }

    private static String outcome(Evidence piece) {
        String text = piece instanceof SettingChange change ? change.operation() : ((ProviderAlert) piece).title();
        return text.toLowerCase(Locale.ROOT).contains(BLOCKED) ? BLOCKED : "allowed";
    }

    private static boolean isRisky(String operation) {
        String folded = operation.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return folded.contains("risky_sensitive_action");
    }
}
