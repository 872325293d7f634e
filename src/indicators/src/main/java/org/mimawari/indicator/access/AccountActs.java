package org.mimawari.indicator.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.habit.Episodes;

/**
 * Changes of one topic, graver where signs of a stranger surround them and lighter where the owner or an administrator
 * made them.
 *
 * @param odd how a change among signs of a stranger is judged
 */
record AccountActs(IndicatorProfile profile, SettingTopic topic, Judged odd) {

    private static final Duration WITHIN = Duration.ofHours(24);

    /** Level, weight from 0 to 100 and confidence from 0 to 1. */
    record Judged(Level level, int weight, double confidence) {}

    List<Finding> findings(MailboxEvidence evidence) {
        List<SettingChange> changes = AccessFinding.changes(evidence, topic);
        if (changes.isEmpty()) {
            return List.of();
        }
        Suspicion suspicion = new Suspicion(evidence);
        List<Finding> findings = new ArrayList<>();
        for (List<SettingChange> group : Episodes.groups(changes, AccessFinding::target)) {
            Finding finding = AccessFinding.of(profile, evidence, group);
            findings.add(suspicion.surrounds(group.get(0), WITHIN)
                    ? finding.judged(odd.level(), odd.weight(), odd.confidence())
                    : usual(finding, group.get(0), suspicion, evidence));
        }
        return findings;
    }

    private static Finding usual(Finding finding, SettingChange change, Suspicion suspicion, MailboxEvidence evidence) {
        return suspicion.isByOwner(change) ? finding.times(Multiplier.habitualSource(Family.ACCESS))
                : AccessFinding.weighed(finding, change, evidence);
    }
}
