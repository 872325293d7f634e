package org.mimawari.indicator.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.habit.Episodes;

/**
 * A device was registered for the account, from then on trusted by it; grave after a stranger's sign-in, in series, or
 * with the marks of a phishing kit (ATT&amp;CK T1098.005).
 */
public final class AccessDeviceRegistered implements Indicator {

    private static final IndicatorProfile PROFILE =
            AccessFinding.profile("access-device-registered", Level.MEDIUM, 35, 0.6, "T1098.005");
    private static final Duration SOON = Duration.ofHours(1);
    private static final Duration SERIES_SPAN = Duration.ofMinutes(15);
    private static final int SERIES = 3;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<SettingChange> registered = AccessFinding.changes(evidence, SettingTopic.DEVICE_REGISTERED);
        if (registered.isEmpty()) {
            return List.of();
        }
        Suspicion suspicion = new Suspicion(evidence);
        List<Finding> findings = new ArrayList<>();
        for (List<SettingChange> group : Episodes.groups(registered, any -> "device")) {
            findings.add(judged(AccessFinding.of(PROFILE, evidence, "device", group, AccessFinding.reason(group.get(0))
                    .andNumber("count", group.size()).andText("target", AccessFinding.target(group.get(0)))),
                    group, suspicion));
        }
        return findings;
    }

    private static Finding judged(Finding finding, List<SettingChange> group, Suspicion suspicion) {
        boolean odd = group.stream().anyMatch(change -> suspicion.surrounds(change, SOON));
        if (odd || isSeries(group) || group.stream().anyMatch(AccessDeviceRegistered::hasKitMarks)) {
            return finding.judged(Level.HIGH, 55, 0.75);
        }
        return suspicion.isByOwner(group.get(0)) ? finding.judged(Level.LOW, 35, 0.6)
                .times(Multiplier.habitualSource(Family.ACCESS)) : finding;
    }

    private static boolean isSeries(List<SettingChange> group) {
        for (int i = SERIES - 1; i < group.size(); i++) {
            SettingChange first = group.get(i - SERIES + 1);
            boolean close = first.time().isPresent() && !group.get(i).time().orElseThrow()
                    .isAfter(first.time().get().plus(SERIES_SPAN));
            if (close && group.subList(i - SERIES + 1, i + 1).stream().map(AccessFinding::target).distinct()
                    .count() == SERIES) {
                return true;
            }
        }
        return false;
    }

    /** A known phishing kit registers machines called DESKTOP-… with this exact build of Windows. */
    private static boolean hasKitMarks(SettingChange change) {
        String all = (change.target().orElse("") + " " + change.parameters()).toLowerCase(Locale.ROOT);
        return all.contains("10.0.19045.2006") && all.contains("desktop-");
    }
}
