package org.mimawari.indicator.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.habit.Episodes;

/**
 * The provider reports a device of the account as compromised, suspicious or repeatedly failing to unlock (ATT&amp;CK
 * T1078).
 */
public final class AccessDeviceEvent implements Indicator {

    private static final IndicatorProfile PROFILE =
            AccessFinding.profile("access-device-event", EvidenceKind.SETTING_CHANGE, Level.MEDIUM, 40, 0.65, "T1078");
    private static final String GRAVE = "device compromised";

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<Evidence> events = new ArrayList<>();
        evidence.settingChanges().stream().filter(change -> change.topic() == SettingTopic.DEVICE_EVENT)
                .forEach(events::add);
        evidence.providerAlerts().stream().filter(alert -> alert.topic() == ProviderAlert.Topic.DEVICE)
                .forEach(events::add);
        events.sort(Comparator.comparing((Evidence event) -> event.time().orElse(Instant.MIN))
                .thenComparing(Evidence::ref));
        return Episodes.groups(events, AccessDeviceEvent::kind).stream().map(group -> finding(group, evidence))
                .toList();
    }

    private static Finding finding(List<Evidence> group, MailboxEvidence evidence) {
        Evidence first = group.get(0);
        Reason reason = AccessFinding.reason(first).andText("said", AccessFinding.cut(said(first)))
                .andNumber("count", group.size());
        Finding finding = AccessFinding.of(PROFILE, evidence, kind(first), group, reason);
        return kind(first).equals(GRAVE) ? finding : finding.judged(Level.LOW, 20, 0.5);
    }

    private static String kind(Evidence event) {
        String text = said(event).toLowerCase(Locale.ROOT);
        return text.contains("compromis") || text.contains("suspicious") ? GRAVE : "device event";
    }

    private static String said(Evidence event) {
        if (event instanceof ProviderAlert alert) {
            return alert.title();
        }
        return event instanceof SettingChange change
                ? change.operation() + change.target().map(target -> " " + target).orElse("") : "";
    }
}
