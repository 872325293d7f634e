package org.mimawari.indicator.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.mimawari.evidence.Actor;
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
 * A second factor was taken away (ATT&amp;CK T1556.006). A helpdesk's reset, followed by a new registration within a
 * day, counts half.
 */
public final class AccessMfaRemoved implements Indicator {

    private static final IndicatorProfile PROFILE =
            AccessFinding.profile("access-mfa-removed", Level.MEDIUM, 45, 0.7, "T1556.006");
    private static final Duration DAY = Duration.ofDays(1);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<SettingChange> removed = AccessFinding.changes(evidence, SettingTopic.SECOND_FACTOR_REMOVED);
        if (removed.isEmpty()) {
            return List.of();
        }
        NavigableSet<Instant> added = new TreeSet<>();
        AccessFinding.changes(evidence, SettingTopic.SECOND_FACTOR_ADDED)
                .forEach(change -> change.time().ifPresent(added::add));
        Suspicion suspicion = new Suspicion(evidence);
        List<Finding> findings = new ArrayList<>();
        for (List<SettingChange> group : Episodes.groups(removed, any -> "removed")) {
            findings.add(judged(AccessFinding.of(PROFILE, evidence, group), group.get(0), added, suspicion));
        }
        return findings;
    }

    private static Finding judged(Finding finding, SettingChange first, NavigableSet<Instant> added,
            Suspicion suspicion) {
        if (suspicion.surrounds(first, DAY)) {
            return finding.judged(Level.HIGH, 60, 0.8);
        }
        boolean renewed = first.time().flatMap(when -> Optional.ofNullable(added.ceiling(when)))
                .filter(next -> !next.isAfter(
                first.time().orElseThrow().plus(DAY))).isPresent();
        boolean routine = renewed && (first.actor().role() == Actor.Role.ADMIN || suspicion.isByOwner(first));
        return routine ? finding.judged(Level.LOW, 45, 0.7).times(Multiplier.ADMIN_ACTOR) : finding;
    }
}
