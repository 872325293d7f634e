package org.mimawari.scan.round;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.scan.Progress;
import org.mimawari.scan.round.RoundCheckpoints.StateFailure;
import org.mimawari.store.EvidenceSegment;
import org.mimawari.store.state.EvidenceArchive;
import org.mimawari.store.state.KnownSource;
import org.mimawari.store.state.StateException;

/**
 * Writes what one connector reads in a round into the archive, source by source. Records are not compared with those of
 * other sources here but whenever the archive is read, so that a source can go without taking another's evidence along.
 */
final class ArchivingSink implements EvidenceSink {

    private static final int SEGMENT = 1 << 20;
    private static final int MOST_REJECTIONS = 1_000;

    private final EvidenceArchive archive;
    private final String connector;
    private final RoundCheckpoints checkpoints;
    private final Progress progress;
    private final Map<String, EvidenceSegment> open = new LinkedHashMap<>();
    private final Map<String, String> systems = new HashMap<>();
    private final Set<String> covered = new HashSet<>();
    private String system = "";
    private String source = "";
    private long pending;
    private boolean isPending;
    private long records;
    private final Map<EvidenceKind, Long> pieces = new EnumMap<>(EvidenceKind.class);
    private int rejections;

    ArchivingSink(EvidenceArchive archive, String connector, RoundCheckpoints checkpoints, Progress progress) {
        this.archive = archive;
        this.connector = connector;
        this.checkpoints = checkpoints;
        this.progress = progress;
    }

    /** Every record is kept, also one that another source showed: see the class. */
    @Override
    public boolean admit(long fingerprint) {
        records++;
        settle();
        pending = fingerprint;
        isPending = true;
        return true;
    }

    @Override
    public void accept(Evidence evidence) {
        source = evidence.ref().source();
        pieces.merge(evidence.kind(), 1L, Long::sum);
        settle();
        EvidenceSegment segment = segment();
        segment.piece(evidence);
        if (segment.size() > SEGMENT) {
            write(source, segment);
        }
    }

    @Override
    public void reject(EvidenceRef where, String why) {
        records++;
        source = where.source();
        segment();
        if (rejections++ < MOST_REJECTIONS) {
            attempt(() -> archive.reject(connector, where, why));
        }
    }

    @Override
    public void cover(Coverage coverage) {
        covered.add(coverage.source());
        systems.put(coverage.source(), system);
        attempt(() -> archive.cover(connector, coverage));
    }

    @Override
    public void enter(String name) {
        settle();
        system = name;
    }

    @Override
    public void progress(long done, long all) {
        progress.read(done, all);
    }

    /** Records read in this round, also those that could not be understood. */
    long records() {
        return records;
    }

    /** Pieces of evidence read in this round, by kind. */
    Map<EvidenceKind, Long> pieces() {
        return pieces;
    }

    /** Writes what is left, and remembers every source with its place. */
    void finish(Instant now) throws StateException {
        settle();
        for (Map.Entry<String, EvidenceSegment> each : open.entrySet()) {
            if (each.getValue().size() > 0) {
                archive.add(connector, each.getKey(), each.getValue());
            }
        }
        Set<String> all = new HashSet<>(covered);
        all.addAll(open.keySet());
        all.addAll(checkpoints.places().keySet());
        for (String name : all) {
            Optional<KnownSource> before = checkpoints.before(name);
            String of = Optional.ofNullable(systems.get(name)).or(() -> before.map(KnownSource::system)).orElse("");
            archive.save(new KnownSource(connector, name, of, checkpoints.places().getOrDefault(name, ""), now));
        }
    }

    /** A record's evidence follows it, and says which source it stands in. */
    private void settle() {
        if (isPending) {
            isPending = false;
            segment().record(pending);
        }
    }

    private EvidenceSegment segment() {
        systems.putIfAbsent(source, system);
        return open.computeIfAbsent(source, any -> new EvidenceSegment());
    }

    private void write(String name, EvidenceSegment segment) {
        attempt(() -> archive.add(connector, name, segment));
    }

    /** Something done to the state. */
    @FunctionalInterface
    private interface Doing {
        void run() throws StateException;
    }

    private static void attempt(Doing doing) {
        try {
            doing.run();
        } catch (StateException e) {
            throw new StateFailure(e);
        }
    }
}
