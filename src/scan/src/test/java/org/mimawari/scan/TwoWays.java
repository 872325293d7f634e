package org.mimawari.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Fingerprint;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Finding;
import org.mimawari.store.EvidenceSegment;
import org.mimawari.store.state.Casebook.SourceName;
import org.mimawari.store.state.EvidenceArchive;
import org.mimawari.store.state.KnownSource;
import org.mimawari.store.state.State;
import org.mimawari.store.state.StateException;
import org.mimawari.store.state.StateLocation;

/** Judges the same evidence in two ways: round by round, and by one scan over all that the rounds were shown. */
final class TwoWays {

    private static final String CONNECTOR = "export";

    private final Path folder;
    private final ScanSettings settings;
    private final Map<SourceName, List<Evidence>> shown =
            new TreeMap<>(Comparator.comparing(SourceName::connector).thenComparing(SourceName::source));
    private final Map<MailboxAddress, Instant> openIncidents = new HashMap<>();
    private Instant now = Instant.parse("2026-11-20T00:00:00Z");
    private boolean fileAnew = true;
    private int anew;
    private int goneOn;

    TwoWays(Path folder, ScanSettings settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** A change of what sources show. */
    record Step(SourceName source, List<Evidence> more, boolean replaces) {

        static Step more(String source, List<Evidence> pieces) {
            return new Step(new SourceName(CONNECTOR, source), pieces, false);
        }

        static Step instead(String source, List<Evidence> pieces) {
            return new Step(new SourceName(CONNECTOR, source), pieces, true);
        }
    }

    /** What both ways found. */
    record Both(ScanResult rounds, ScanResult scan) {

        void areEqual() {
            assertThat(lines(rounds.findings())).as("findings").isEqualTo(lines(scan.findings()));
            assertThat(lines(rounds.coverage())).as("coverage").isEqualTo(lines(scan.coverage()));
            assertThat(lines(rounds.mailboxes())).as("mailboxes").isEqualTo(lines(scan.mailboxes()));
            assertThat(lines(rounds.reach())).as("reach").isEqualTo(lines(scan.reach()));
            assertThat(rounds.in(scan.run()).equals(scan)).as("the whole result").isTrue();
        }

        /** The same records may be cited from another of the sources that show them. */
        void findTheSame() {
            assertThat(told(rounds)).as("findings of rounds").isEqualTo(told(scan));
            assertThat(lines(rounds.mailboxes())).as("mailboxes").isEqualTo(lines(scan.mailboxes()));
            assertThat(rounds.verdict()).isEqualTo(scan.verdict());
        }

        private static String lines(List<?> list) {
            return list.stream().map(Object::toString).collect(Collectors.joining("\n"));
        }

        private static List<String> told(ScanResult result) {
            return result.findings().stream().map(Both::told).sorted().toList();
        }

        private static String told(Finding finding) {
            String cited = finding.citation().sample().stream().map(Citation.Cited::time).map(Object::toString).sorted()
                    .collect(Collectors.joining(","));
            return finding.indicator().id() + finding.mailbox() + finding.when() + finding.pattern() + finding.reason()
                    + finding.level() + finding.weight() + finding.confidence() + finding.multipliers()
                    + finding.citation().total() + cited;
        }
    }

    TwoWays at(Instant time) {
        now = time;
        return this;
    }

    TwoWays filingAnew() {
        fileAnew = true;
        return this;
    }

    TwoWays openIncident(String mailbox, Optional<Instant> since) {
        since.ifPresentOrElse(time -> openIncidents.put(new MailboxAddress(mailbox), time),
                () -> openIncidents.remove(new MailboxAddress(mailbox)));
        return this;
    }

    int anew() {
        return anew;
    }

    int goneOn() {
        return goneOn;
    }

    Both round(String source, List<Evidence> more) throws Exception {
        return round(List.of(Step.more(source, more)));
    }

    Both round(List<Step> steps) throws Exception {
        ScanResult rounds = rounds(steps);
        return new Both(rounds, scan());
    }

    /** A round that nobody compares. */
    ScanResult rounds(List<Step> steps) throws StateException {
        now = now.plusSeconds(3_600);
        try (State state = state()) {
            EvidenceArchive archive = state.archive("shop");
            for (Step step : steps) {
                take(archive, step);
            }
            RememberedCases cases = RememberedCases.filed(state.casebook("shop"), archive, settings,
                    new RememberedCases.Filing(Instant.EPOCH, now.toEpochMilli(), fileAnew), new Unwatched());
            fileAnew = false;
            ScanResult result = new Scan(settings, Clock.fixed(now, ZoneOffset.UTC), Progress.NONE, "test")
                    .openIncidents(name -> Optional.ofNullable(openIncidents.get(name))).run(cases);
            state.commit();
            anew = cases.judgedAnew();
            goneOn = cases.goneOn();
            return result;
        }
    }

    State state() throws StateException {
        return State.open(new StateLocation.File(folder.resolve("state.db")), Duration.ZERO);
    }

    private void take(EvidenceArchive archive, Step step) throws StateException {
        SourceName source = step.source();
        if (step.replaces()) {
            archive.forget(source.connector(), source.source());
            shown.remove(source);
        }
        if (step.more().isEmpty()) {
            return;
        }
        boolean isFirst = !shown.containsKey(source);
        shown.computeIfAbsent(source, any -> new ArrayList<>()).addAll(step.more());
        archive.save(new KnownSource(source.connector(), source.source(), source.connector(), "", now));
        EvidenceSegment segment = new EvidenceSegment();
        for (Evidence piece : step.more()) {
            segment.record(Fingerprint.of(piece.toString()));
            segment.piece(piece);
        }
        archive.add(source.connector(), source.source(), segment);
        if (isFirst) {
            for (Coverage row : coverage(source)) {
                archive.cover(source.connector(), row);
            }
        }
    }

    private static List<Coverage> coverage(SourceName source) {
        List<Coverage> rows = new ArrayList<>();
        for (EvidenceKind kind : EvidenceKind.values()) {
            rows.add(new Coverage(source.source(), "test", kind, Optional.empty(), Coverage.State.COLLECTED,
                    Optional.empty(),
                    Optional.empty(), Optional.empty(), 0));
        }
        return rows;
    }

    ScanResult scan() throws ConnectorException, IOException {
        Set<String> names = new HashSet<>();
        shown.keySet().forEach(source -> names.add(source.connector()));
        List<Connector> connectors = names.stream().sorted().<Connector>map(Shown::new).toList();
        return new Scan(settings, Clock.fixed(now, ZoneOffset.UTC), Progress.NONE, "test")
                .openIncidents(name -> Optional.ofNullable(openIncidents.get(name))).run(connectors);
    }

    /** Shows all that the rounds were shown. */
    private final class Shown implements Connector {

        private final String name;

        Shown(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void collect(EvidenceSink sink) {
            shown.forEach((source, pieces) -> {
                if (source.connector().equals(name)) {
                    pieces.stream().filter(piece -> sink.admit(Fingerprint.of(piece.toString()))).forEach(sink::accept);
                    coverage(source).forEach(sink::cover);
                }
            });
        }
    }

    private static final class Unwatched implements RememberedCases.Watcher {

        @Override
        public void seen(Evidence piece) {}

        @Override
        public void lost(Evidence piece) {}

        @Override
        public void all() {}
    }
}
