package org.mimawari.scan.round;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.incident.KnownIncident;
import org.mimawari.indicator.Level;
import org.mimawari.scan.Progress;
import org.mimawari.scan.RememberedCases;
import org.mimawari.scan.Scan;
import org.mimawari.scan.ScanResult;
import org.mimawari.scan.ScanSettings;
import org.mimawari.scan.StateFailure;
import org.mimawari.store.EvidenceSegment;
import org.mimawari.store.state.EvidenceArchive;
import org.mimawari.store.state.IncidentHistory;
import org.mimawari.store.state.IncidentHistory.Entry;
import org.mimawari.store.state.KnownSource;
import org.mimawari.store.state.RoundHistory;
import org.mimawari.store.state.SettingTimes;
import org.mimawari.store.state.State;
import org.mimawari.store.state.StateException;

/**
 * One scheduled round over a tenant: collects what is new, judges all that is remembered where anything changed, and
 * compares. What it did is kept when its caller commits the state, and not at all otherwise.
 */
public final class Round {

    private static final String JUDGED_WITH = "judged-with";
    private static final String SILENCE_TOLD = "silence-told";
    private static final String FORM = "evidence-form";
    private static final String FAILING = "failing ";
    private static final String FILED_WITH = "filed-with";
    private static final String FILED_SINCE = "filed-since";
    private static final Duration FORGETTING = Duration.ofDays(7);
    private static final Duration RESOLVED_KEPT = Duration.ofDays(365);
    private static final int MISSED = 2;
    private static final int MOST_NAMED = 5;

    private final RoundSettings settings;
    private final IncidentWords words;
    private final Clock clock;
    private final Progress progress;
    private final String version;

    public Round(RoundSettings settings, IncidentWords words, Clock clock, Progress progress, String version) {
        this.settings = settings;
        this.words = words;
        this.clock = clock;
        this.progress = progress;
        this.version = version;
    }

    /** Lets the next round judge anew whatever it reads: somebody still waits for what it says. */
    public static void judgeAgain(RoundHistory history) throws StateException {
        history.remark(JUDGED_WITH, "");
    }

    /** What a round gathers while it runs. */
    private static final class Gathered {

        private final List<String> failures = new ArrayList<>();
        private final List<String> unreachable = new ArrayList<>();
        private final Map<String, Instant> readBefore = new HashMap<>();
        private boolean isNew;
        private long records;
        private final Map<EvidenceKind, Long> pieces = new EnumMap<>(EvidenceKind.class);
        private final Map<Long, Long> days = new HashMap<>();

        /** When the source, or what it is a part of, was read in an earlier round. */
        Optional<Instant> readBefore(String source) {
            String name = source;
            while (!readBefore.containsKey(name) && name.lastIndexOf('/') > 0) {
                name = name.substring(0, name.lastIndexOf('/'));
            }
            return Optional.ofNullable(readBefore.get(name));
        }
    }

    /**
     * Does the round.
     *
     * @throws ConnectorException where a connector was set up wrongly
     * @throws StateException where the state cannot be read or written
     * @throws IOException where temporary files cannot be made
     */
    public RoundResult run(State state, List<NamedConnector> connectors)
            throws ConnectorException, StateException, IOException {
        String tenant = settings.tenant().tenant();
        RoundHistory history = state.rounds(tenant);
        Gathered gathered = new Gathered();
        Instant started = started(history, gathered);
        EvidenceArchive archive = state.archive(tenant);
        try {
            collect(archive, connectors, history, started, gathered);
            gathered.isNew |= !archive.changes().isEmpty();
            Optional<ScanResult> result = judgedAnew(history, gathered) ? Optional.of(judge(state, archive, started, gathered))
                    : Optional.empty();
            return finish(state, history, result, started, gathered);
        } catch (StateFailure e) {
            throw e.failure();
        }
    }

    /** A clock that was set back must not make rounds that come before those they follow. */
    private Instant started(RoundHistory history, Gathered gathered) throws StateException {
        Instant now = Instant.ofEpochMilli(clock.millis());
        Optional<Instant> last = history.last().map(RoundHistory.Round::finished);
        if (last.filter(now::isBefore).isPresent()) {
            gathered.failures.add("The clock of this machine was set back: the last round ended at " + last.get()
                    + ", and it is " + now + " now.");
            return last.get().plusMillis(1);
        }
        Optional<Instant> success = history.last().map(RoundHistory.Round::started);
        Optional<Duration> longest = settings.expected().map(every -> every.multipliedBy(MISSED));
        if (success.isPresent() && longest.filter(most -> Duration.between(success.get(), now).compareTo(most) > 0).isPresent()
                && !history.remark(SILENCE_TOLD).equals(Optional.of(success.get().toString()))) {
            history.remark(SILENCE_TOLD, success.get().toString());
            gathered.failures.add("Rounds were missed: the last one began at " + success.get() + ".");
        }
        return now;
    }

    private void collect(EvidenceArchive archive, List<NamedConnector> connectors, RoundHistory history, Instant now,
            Gathered gathered) throws ConnectorException, StateException {
        String form = String.valueOf(EvidenceSegment.FORM);
        boolean isReadable = history.remark(FORM).orElse(form).equals(form);
        history.remark(FORM, form);
        for (KnownSource source : archive.sources()) {
            gathered.readBefore.merge(source.name(), source.readAt(), (one, other) -> one.isAfter(other) ? one : other);
            boolean isConfigured = connectors.stream().anyMatch(each -> each.name().equals(source.connector()));
            if (!isConfigured || !isReadable) {
                archive.forget(source.connector(), source.name());
                gathered.isNew = true;
            }
        }
        for (NamedConnector connector : connectors) {
            collect(archive, connector, history, now, gathered);
        }
    }

    /** One mail system that fails does not stop the others; what was read of it in earlier rounds still counts. */
    private void collect(EvidenceArchive archive, NamedConnector named, RoundHistory history, Instant now,
            Gathered gathered) throws ConnectorException, StateException {
        RoundCheckpoints checkpoints = new RoundCheckpoints(archive, named.name());
        ArchivingSink sink = new ArchivingSink(archive, named.name(), checkpoints, progress);
        archive.forget(named.name(), named.name());
        String failure = "";
        try (var connector = named.connector()) {
            sink.enter(connector.name());
            connector.collect(sink, checkpoints);
        } catch (ConnectorException e) {
            if (e.problem() == ConnectorException.Problem.USAGE) {
                throw e;
            }
            failure = e.getMessage();
            missed(sink, named, e);
        }
        tell(named.name(), failure.isEmpty() ? unread(sink.unread()) : failure, history, gathered);
        sink.finish(now, failure.isEmpty());
        gathered.records += sink.records();
        sink.pieces().forEach((kind, count) -> gathered.pieces.merge(kind, count, Long::sum));
        sink.days().forEach((day, count) -> gathered.days.merge(day, count, Long::sum));
        gathered.isNew |= sink.hasChanged() || !checkpoints.foundNothingNew();
    }

    private static void missed(ArchivingSink sink, NamedConnector named, ConnectorException e) {
        for (EvidenceKind kind : ScanSettings.REQUIRED) {
            sink.cover(new Coverage(named.name(), e.problem().name().toLowerCase(Locale.ROOT), kind, Optional.empty(),
                    Coverage.State.NOT_COLLECTED, Optional.of(e.getMessage()), Optional.empty(), Optional.empty(), 0));
        }
    }

    private static String unread(List<String> sources) {
        String first = sources.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        return sources.size() <= MOST_NAMED ? first : first + " and " + (sources.size() - MOST_NAMED) + " more";
    }

    /** A connector that fails is told once, and once more when it works again. */
    private static void tell(String connector, String failure, RoundHistory history, Gathered gathered) throws StateException {
        String before = history.remark(FAILING + connector).orElse("");
        if (!failure.isEmpty()) {
            gathered.unreachable.add(connector + ": " + failure);
        }
        if (before.equals(failure)) {
            return;
        }
        gathered.isNew = true;
        gathered.failures.add(connector + ": "
                + (failure.isEmpty() ? "can be read again." : "could not be read: " + failure));
        history.remark(FAILING + connector, failure);
    }

    /** With the same evidence and the same settings the judgement is the same; but a day later suppressions may have ended. */
    private boolean judgedAnew(RoundHistory history, Gathered gathered) throws StateException {
        String with = settings.fingerprint() + " " + clock.instant().toString().substring(0, 10);
        boolean isChanged = !history.remark(JUDGED_WITH).equals(Optional.of(with));
        history.remark(JUDGED_WITH, with);
        return gathered.isNew || isChanged;
    }

    private ScanResult judge(State state, EvidenceArchive archive, Instant now, Gathered gathered)
            throws ConnectorException, StateException, IOException {
        RememberedCases.Filing how = filing(state, archive, now);
        Instant oldest = how.oldest();
        long tooOld = gathered.days.entrySet().stream().filter(day -> day.getKey() < oldest.getEpochSecond() / 86_400)
                .mapToLong(Map.Entry::getValue).sum();
        if (tooOld > 0) {
            gathered.failures.add("Of what was read, " + tooOld + " pieces of evidence are older than " + oldest
                    + " and are not judged: 'remember' in the configuration makes it longer.");
        }
        SettingTimes times = state.settings(settings.tenant().tenant());
        SettingDates dates = new SettingDates(times.all(), gathered::readBefore, now);
        RememberedCases cases = RememberedCases.filed(state.casebook(settings.tenant().tenant()), archive,
                settings.tenant(), how, dates);
        ScanResult result = new Scan(settings.tenant(), clock, progress, version).dating(dates::find)
                .openIncidents(openIncidents(state)).run(cases);
        dates.save(times);
        return result;
    }

    /**
     * What is too old is forgotten once a week, when everything is filed again; so is everything when the settings have
     * changed.
     */
    private RememberedCases.Filing filing(State state, EvidenceArchive archive, Instant now) throws StateException {
        RoundHistory history = state.rounds(settings.tenant().tenant());
        Instant wanted = archive.newest(now).orElse(now).minus(settings.remembered());
        Optional<Instant> kept = history.remark(FILED_SINCE).map(Instant::parse);
        String with = settings.fingerprint() + " " + EvidenceSegment.FORM + " " + RememberedCases.FORM;
        boolean isOther = !history.remark(FILED_WITH).equals(Optional.of(with));
        if (isOther) {
            state.casebook(settings.tenant().tenant()).clear();
        }
        boolean anew = isOther || kept.filter(since -> wanted.isBefore(since.plus(FORGETTING))).isEmpty();
        Instant oldest = anew ? wanted : kept.orElse(wanted);
        if (anew) {
            archive.forgetBefore(oldest);
            history.remark(FILED_SINCE, oldest.toString());
            history.remark(FILED_WITH, with);
        }
        return new RememberedCases.Filing(oldest, now.toEpochMilli(), anew);
    }

    /** Since when mailboxes have an open incident, by the first act that is known of it. */
    private Function<MailboxAddress, Optional<Instant>> openIncidents(State state) throws StateException {
        Map<String, Instant> since = new HashMap<>();
        for (Entry entry : state.incidents(settings.tenant().tenant()).all()) {
            KnownIncident incident = entry.incident();
            if (incident.status() != IncidentStatus.RESOLVED && incident.level().isAtLeast(Level.HIGH)) {
                incident.when().from().ifPresent(from -> since.merge(incident.mailbox(), from,
                        (one, other) -> one.isBefore(other) ? one : other));
            }
        }
        return mailbox -> Optional.ofNullable(since.get(mailbox.text()));
    }

    private RoundResult finish(State state, RoundHistory history, Optional<ScanResult> result, Instant started,
            Gathered gathered) throws StateException {
        IncidentHistory incidents = state.incidents(settings.tenant().tenant());
        List<Entry> entries = incidents.all();
        List<KnownIncident> changes = List.of();
        Set<String> unowned = entries.stream().filter(entry -> isOver(entry, started)).map(entry -> entry.incident().id())
                .collect(Collectors.toSet());
        if (result.isPresent()) {
            IncidentComparison comparison = new IncidentComparison(entries, words, started);
            comparison.compare(result.get().incidents());
            entries = comparison.entries();
            changes = comparison.changes();
            for (Entry entry : entries) {
                incidents.save(entry);
            }
            incidents.forgetResolvedBefore(started.minus(RESOLVED_KEPT));
        } else {
            entries = entries.stream().map(entry -> asBefore(entry, started)).toList();
            changes = entries.stream().filter(entry -> unowned.contains(entry.incident().id())).map(Entry::incident).toList();
            for (Entry entry : entries) {
                incidents.save(entry);
            }
        }
        return result(history, entries, changes, result, started, gathered);
    }

    /** What was new in the last round is not new any more, nor is anybody's what he answered for until now. */
    private static Entry asBefore(Entry entry, Instant now) {
        boolean isOver = isOver(entry, now);
        return entry.incident().status().isWorse() || isOver ? new Entry(entry.incident().as(IncidentStatus.OPEN),
                entry.stages(), entry.told(), isOver ? Optional.empty() : entry.owned()) : entry;
    }

    private static boolean isOver(Entry entry, Instant now) {
        return entry.incident().status() != IncidentStatus.RESOLVED
                && entry.owned().filter(owned -> now.isAfter(owned.until())).isPresent();
    }

    private RoundResult result(RoundHistory history, List<Entry> entries, List<KnownIncident> changes,
            Optional<ScanResult> result, Instant started, Gathered gathered) throws StateException {
        Instant now = Instant.ofEpochMilli(clock.millis());
        Instant finished = now.isAfter(started) ? now : started;
        history.add(new RoundHistory.Round(started, finished,
                gathered.unreachable.isEmpty() ? RoundHistory.Outcome.DONE : RoundHistory.Outcome.PARTIAL, String.join(" ", gathered.unreachable),
                gathered.records));
        List<KnownIncident> open = entries.stream().map(Entry::incident)
                .filter(incident -> incident.status() != IncidentStatus.RESOLVED)
                .sorted(Comparator.comparingDouble(KnownIncident::score).reversed().thenComparing(KnownIncident::id)).toList();
        return new RoundResult(started, finished, changes, open, result, gathered.records, gathered.pieces,
                gathered.failures, gathered.unreachable);
    }
}
