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
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.habit.Episodes;

/**
 * An administrator's role was granted; graver where somebody granted it to himself or a stranger did (ATT&amp;CK
 * T1098.003).
 */
public final class AccessAdminRoleAdded implements Indicator {

    private static final IndicatorProfile PROFILE =
            AccessFinding.profile("access-admin-role-added", Level.MEDIUM, 40, 0.65, "T1098.003");
    private static final Duration DAY = Duration.ofDays(1);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<SettingChange> granted = AccessFinding.changes(evidence, SettingTopic.ROLE_GRANTED);
        if (granted.isEmpty()) {
            return List.of();
        }
        Suspicion suspicion = new Suspicion(evidence);
        List<Finding> findings = new ArrayList<>();
        for (List<SettingChange> group : Episodes.groups(granted, AccessFinding::target)) {
            findings.add(judged(AccessFinding.of(PROFILE, evidence, group), group.get(0), suspicion));
        }
        return findings;
    }

    private static Finding judged(Finding finding, SettingChange first, Suspicion suspicion) {
        if (suspicion.surrounds(first, DAY)) {
            return finding.judged(Level.HIGH, 55, 0.8);
        }
        boolean toHimself = first.actor().user().filter(user -> first.target()
                .filter(target -> target.strip().equalsIgnoreCase(user.strip())).isPresent()).isPresent();
        return toHimself ? finding.times(Multiplier.modifier("granted-to-oneself", 1.2)) : finding;
    }
}
