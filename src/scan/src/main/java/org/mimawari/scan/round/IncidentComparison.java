package org.mimawari.scan.round;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.TimeRange;
import org.mimawari.incident.Incident;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.incident.KnownIncident;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Level;
import org.mimawari.store.state.IncidentHistory.Acknowledgement;
import org.mimawari.store.state.IncidentHistory.Entry;
import org.mimawari.store.state.IncidentHistory.Told;

/**
 * Compares the incidents of a round with those remembered: which are new, graver, the same, or gone. An incident stays
 * the same one while it grows: same mailbox, and less than two days between what was known of it and what is known now.
 */
final class IncidentComparison {

    private static final Duration NEAR = Duration.ofHours(48);
    private static final int MOST_SENTENCES = 5;

    private final IncidentWords words;
    private final Instant now;
    private final Map<String, Entry> entries = new TreeMap<>();
    /** What was not resolved before this round, by mailbox. */
    private final Map<String, List<Entry>> open = new HashMap<>();
    private final Set<String> matched = new HashSet<>();
    private final List<KnownIncident> changes = new ArrayList<>();

    IncidentComparison(List<Entry> remembered, IncidentWords words, Instant now) {
        this.words = words;
        this.now = now;
        for (Entry entry : remembered) {
            entries.put(entry.incident().id(), entry);
            if (entry.incident().status() != IncidentStatus.RESOLVED) {
                open.computeIfAbsent(entry.incident().mailbox(), any -> new ArrayList<>()).add(entry);
            }
        }
    }

    /** Takes the incidents of this round; only those an administrator should hear of are remembered. */
    void compare(List<Incident> found) {
        found.stream().filter(incident -> incident.level().isAtLeast(Level.MEDIUM))
                .sorted(Comparator.comparingDouble(Incident::score).reversed().thenComparing(Incident::id))
                .forEach(this::take);
        List<Entry> gone = entries.values().stream().filter(entry -> !matched.contains(entry.incident().id()))
                .filter(entry -> entry.incident().status() != IncidentStatus.RESOLVED).toList();
        for (Entry entry : gone) {
            KnownIncident resolved = entry.incident().as(IncidentStatus.RESOLVED);
            entries.put(resolved.id(), new Entry(resolved, entry.stages(), entry.told(), Optional.empty()));
            changes.add(resolved);
        }
    }

    /** All incidents as they stand now, by id. */
    List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** What administrators have to be told, gravest first. */
    List<KnownIncident> changes() {
        return changes.stream().sorted(Comparator.comparingDouble(KnownIncident::score).reversed()
                .thenComparing(KnownIncident::id)).toList();
    }

    private void take(Incident incident) {
        String mailbox = incident.mailbox().map(MailboxAddress::text).orElse("");
        Optional<Entry> before = open.getOrDefault(mailbox, List.of()).stream().filter(entry -> isSame(entry, incident)).min(Comparator
                .comparing((Entry entry) -> !entry.incident().id().equals(incident.id()))
                .thenComparing(entry -> entry.incident().id()));
        if (before.isEmpty()) {
            opened(incident, incident.id());
        } else {
            goesOn(before.get(), incident);
        }
    }

    private void opened(Incident incident, String id) {
        KnownIncident fresh = known(incident, id, IncidentStatus.NEW, now);
        keep(new Entry(fresh, incident.stages(), new Told(incident.level(), incident.stages()), Optional.empty()), true);
    }

    private void goesOn(Entry before, Incident incident) {
        List<AttackStage> stages = union(before.stages(), incident.stages());
        boolean graver = !before.told().level().isAtLeast(incident.level())
                || !new HashSet<>(before.told().stages()).containsAll(stages);
        Optional<Acknowledgement> owned = before.owned().filter(owner -> !now.isAfter(owner.until()));
        boolean unowned = before.owned().isPresent() && owned.isEmpty();
        IncidentStatus status = graver ? IncidentStatus.ESCALATED
                : owned.isPresent() ? IncidentStatus.ACKNOWLEDGED : IncidentStatus.OPEN;
        KnownIncident after = known(incident, before.incident().id(), status, before.incident().firstSeen());
        Level told = before.told().level().isAtLeast(incident.level()) ? before.told().level() : incident.level();
        keep(new Entry(after, stages, new Told(told, stages), graver ? Optional.empty() : owned), graver || unowned);
    }

    private void keep(Entry entry, boolean isNews) {
        entries.put(entry.incident().id(), entry);
        matched.add(entry.incident().id());
        if (isNews) {
            changes.add(entry.incident());
        }
    }

    private KnownIncident known(Incident incident, String id, IncidentStatus status, Instant firstSeen) {
        List<String> indicators = incident.findings().stream().map(finding -> finding.indicator().id()).distinct().toList();
        return new KnownIncident(id, incident.mailbox().map(MailboxAddress::text).orElse(""), status, incident.level(),
                incident.score(), incident.when(), firstSeen, now, indicators,
                words.sentences(incident).stream().limit(MOST_SENTENCES).toList(), incident.response());
    }

    private boolean isSame(Entry entry, Incident incident) {
        KnownIncident known = entry.incident();
        return !matched.contains(known.id())
                && (known.id().equals(incident.id()) || areNear(known.when(), incident.when()));
    }

    private static boolean areNear(TimeRange one, TimeRange other) {
        if (!one.isKnown() || !other.isKnown()) {
            return true;
        }
        return !one.from().orElseThrow().isAfter(other.to().orElseThrow().plus(NEAR))
                && !other.from().orElseThrow().isAfter(one.to().orElseThrow().plus(NEAR));
    }

    private static List<AttackStage> union(List<AttackStage> one, List<AttackStage> other) {
        Set<AttackStage> all = new TreeSet<>(one);
        all.addAll(other);
        return List.copyOf(all);
    }
}
