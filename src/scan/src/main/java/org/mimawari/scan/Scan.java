package org.mimawari.scan;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.TimeRange;
import org.mimawari.incident.Suppression;
import org.mimawari.store.EvidenceVault;
import org.mimawari.store.state.StateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One round over a tenant: collects, judges, compares. Deterministic but for the clock it is given. */
public final class Scan {

    private static final Logger LOG = LoggerFactory.getLogger(Scan.class);
    private static final int MOST_FINGERPRINTS_PER_MEGABYTE = 40_000;

    private final ScanSettings settings;
    private final Clock clock;
    private final Progress progress;
    private final String version;
    private Function<EvidenceRef, Optional<TimeRange>> dating = any -> Optional.empty();
    private Function<MailboxAddress, Optional<Instant>> openIncidents = any -> Optional.empty();

    public Scan(ScanSettings settings, Clock clock, Progress progress, String version) {
        this.settings = settings;
        this.clock = clock;
        this.progress = progress;
        this.version = version;
    }

    /** Says when settings appeared that carry no time of their own, by where they were read. */
    public Scan dating(Function<EvidenceRef, Optional<TimeRange>> appeared) {
        dating = appeared;
        return this;
    }

    /** Says since when an incident of a mailbox is open: from then on nothing new becomes its habit. */
    public Scan openIncidents(Function<MailboxAddress, Optional<Instant>> since) {
        openIncidents = since;
        return this;
    }

    /**
     * Collects from all connectors and judges.
     *
     * @throws ConnectorException where a connector was set up wrongly, for example for a path that does not exist
     * @throws IOException where the scan's own temporary files cannot be made
     */
    public ScanResult run(List<Connector> connectors) throws ConnectorException, IOException {
        Instant start = clock.instant();
        LOG.info("scan of {} begins", settings.tenant());
        TenantPicture picture = new TenantPicture(new Ledger(new SeenRecords(fingerprints())));
        try (EvidenceVault vault = new EvidenceVault(Files.createTempDirectory("mimawari-"), settings.memory())) {
            CollectingSink sink = new CollectingSink(picture, vault, settings, progress);
            for (Connector connector : connectors) {
                sink.enter(connector.name());
                collect(connector, sink);
            }
            return judge(picture, judgement -> judge(vault, judgement), start);
        }
    }

    static int fingerprints() {
        long megabytes = Runtime.getRuntime().maxMemory() >> 20;
        return (int) Math.min(SeenRecords.MOST, megabytes * MOST_FINGERPRINTS_PER_MEGABYTE / 4);
    }

    /** One mail system that fails does not stop the others; what it would have shown is a gap. */
    private static void collect(Connector connector, CollectingSink sink) throws ConnectorException {
        try (connector) {
            connector.collect(sink);
        } catch (ConnectorException e) {
            if (e.problem() == ConnectorException.Problem.USAGE) {
                throw e;
            }
            LOG.warn("{} was not collected: {}", connector.name(), e.getMessage());
            for (EvidenceKind kind : ScanSettings.REQUIRED) {
                sink.cover(new Coverage(connector.name(), e.problem().name().toLowerCase(Locale.ROOT), kind,
                        Optional.empty(), Coverage.State.NOT_COLLECTED, Optional.of(e.getMessage()), Optional.empty(),
                        Optional.empty(), 0));
            }
        }
    }

    private void judge(EvidenceVault vault, Judgement judgement) {
        for (int partition = 0; partition < vault.partitions(); partition++) {
            judgement.judge(vault, partition);
            progress.judged(judgement.judged());
        }
    }

    /**
     * Judges what rounds remember: mailboxes of which nothing changed as they were judged before, the others anew.
     *
     * @throws StateException where the state cannot be read or written
     */
    public ScanResult run(RememberedCases cases) throws StateException {
        Instant start = clock.instant();
        LOG.info("judgement of {} begins", settings.tenant());
        try {
            return judge(cases.picture(), judgement -> cases.judge(judgement, progress), start);
        } catch (StateFailure e) {
            throw e.failure();
        }
    }

    ScanResult judge(TenantPicture picture, Consumer<Judgement> mailboxes, Instant start) {
        Ledger ledger = picture.ledger();
        TenantObserver observer = picture.observer();
        List<ScanResult.Note> notes = new ArrayList<>();
        ScanSettings known = settings;
        List<String> seen = observer.inferredDomains().list();
        if (settings.ownDomains().isEmpty()) {
            known = settings.withOwnDomains(observer.inferredDomains());
            notes.add(new ScanResult.Note(seen.isEmpty() ? "own-domains-unknown" : "own-domains-inferred",
                    String.join(", ", seen)));
        } else if (!seen.isEmpty() && seen.stream().noneMatch(settings.ownDomains()::contains)) {
            notes.add(new ScanResult.Note("own-domains-elsewhere", String.join(", ", seen)));
        }
        String ended = settings.suppressions().stream().filter(each -> clock.instant().isAfter(each.until()))
                .map(Suppression::indicator).distinct().sorted().collect(Collectors.joining(", "));
        if (!ended.isEmpty()) {
            notes.add(new ScanResult.Note("suppressions-ended", ended));
        }
        if (ledger.closed()) {
            notes.add(new ScanResult.Note("duplicates-beyond-limit", ""));
        }
        OwnDomains own = known.ownDomains();
        List<Coverage> coverage = new SourceReach(picture.footprints(), picture.systems(), address -> own.isEmpty() || own.contains(address))
                .checked(ledger.coverage());
        Judgement judgement = new Judgement(known, observer, new CoveredKinds(coverage, picture.systems()),
                clock.instant());
        judgement.openIncidents(openIncidents);
        judgement.dating(dating);
        mailboxes.accept(judgement);
        RunFacts run = new RunFacts(runId(start), start, clock.instant(), version, List.of(settings.tenant()));
        ScanResult result = judgement.result(run, ledger, coverage, notes);
        LOG.info("scan of {} ends: {}", settings.tenant(), result.verdict());
        return result;
    }

    private static String runId(Instant start) {
        return "R-" + Long.toHexString(start.toEpochMilli());
    }
}
