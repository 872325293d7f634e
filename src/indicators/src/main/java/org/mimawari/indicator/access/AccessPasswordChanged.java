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
 * The password was changed soon after a stranger signed in, or again and again within a day (ATT&amp;CK T1531). A
 * reset by an administrator is the cure, not the illness.
 */
public final class AccessPasswordChanged implements Indicator {

    private static final IndicatorProfile PROFILE =
            AccessFinding.profile("access-password-changed", Level.MEDIUM, 40, 0.65, "T1531");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int REPEATED = 3;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<SettingChange> changed = AccessFinding.changes(evidence, SettingTopic.PASSWORD_CHANGED).stream()
                .filter(change -> !AccessFinding.isByAdministrator(change, evidence)).toList();
        if (changed.isEmpty()) {
            return List.of();
        }
        Suspicion suspicion = new Suspicion(evidence);
        List<Finding> findings = new ArrayList<>();
        for (List<SettingChange> group : Episodes.groups(changed, any -> "password")) {
            boolean odd = group.stream().anyMatch(change -> suspicion.surrounds(change, DAY));
            if (odd || isRepeated(group) && !suspicion.isByOwner(group.get(0))) {
                findings.add(AccessFinding.of(PROFILE, evidence, group));
            }
        }
        return findings;
    }

    private static boolean isRepeated(List<SettingChange> group) {
        for (int i = REPEATED - 1; i < group.size(); i++) {
            boolean dated = group.get(i).time().isPresent();
            if (dated && !group.get(i).time().get().isAfter(
                    group.get(i - REPEATED + 1).time().orElseThrow().plus(DAY))) {
                return true;
            }
        }
        return false;
    }
}
