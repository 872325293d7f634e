package org.mimawari.indicator.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Episodes;

/**
 * A new second factor was registered; grave soon after clear signs of a stranger, less so from a merely new place
 * (ATT&amp;CK T1556.006, T1098.005).
 */
public final class AccessMfaAdded implements Indicator {

    private static final IndicatorProfile PROFILE =
            AccessFinding.profile("access-mfa-added", Level.LOW, 25, 0.5,
            "T1556.006", "T1098.005");
    private static final Duration WITHIN = Duration.ofHours(6);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<SettingChange> added = AccessFinding.changes(evidence, SettingTopic.SECOND_FACTOR_ADDED);
        if (added.isEmpty()) {
            return List.of();
        }
        Suspicion suspicion = new Suspicion(evidence);
        List<Finding> findings = new ArrayList<>();
        for (List<SettingChange> group : Episodes.groups(added, change -> kind(change, suspicion))) {
            SettingChange first = group.get(0);
            Finding finding = AccessFinding.of(PROFILE, evidence, kind(first, suspicion), group,
                    AccessFinding.reason(first).andNumber("count", group.size())
                            .andText("operation", AccessFinding.cut(first.operation()))
                            .andText("target", AccessFinding.target(first)));
            findings.add(judged(finding, first, suspicion, evidence));
        }
        return findings;
    }

    private static Finding judged(Finding finding, SettingChange first, Suspicion suspicion, MailboxEvidence evidence) {
        if (!isOdd(first, suspicion)) {
            return AccessFinding.weighed(finding, first, evidence);
        }
        return suspicion.followsStrongEntry(first, WITHIN) ? finding.judged(Level.HIGH, 60, 0.8)
                : finding.judged(Level.MEDIUM, 45, 0.7);
    }

    private static String kind(SettingChange change, Suspicion suspicion) {
        return isOdd(change, suspicion) ? "added by a stranger" : "added";
    }

    private static boolean isOdd(SettingChange change, Suspicion suspicion) {
        return suspicion.surrounds(change, WITHIN);
    }
}
