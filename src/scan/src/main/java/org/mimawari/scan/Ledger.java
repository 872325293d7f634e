package org.mimawari.scan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.EvidenceRef;

/**
 * Counts what every source gave of every kind, and joins it with what the connectors say they could and could not see.
 * Order-independent. Not safe for several threads.
 */
final class Ledger {

    private static final int MOST_REJECTIONS = 1_000;
    private static final double TOO_MANY_REJECTED = 0.01;

    private record Entry(String source, EvidenceKind kind) {}

    private final Map<Entry, Tally> tallies = new HashMap<>();
    private final List<Coverage> coverage = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final Map<String, Long> rejectedBySource = new HashMap<>();
    private SeenRecords seen;
    private boolean overflowed;
    private long accepted;
    private long duplicate;
    private long rejected;
    private String lastSource = "";
    private final Map<EvidenceKind, Tally> lastTallies = new EnumMap<>(EvidenceKind.class);

    Ledger(SeenRecords seen) {
        this.seen = seen;
    }

    boolean admit(long fingerprint) {
        boolean isNew = seen.add(fingerprint);
        accepted += isNew ? 1 : 0;
        duplicate += isNew ? 0 : 1;
        return isNew;
    }

    void reject(EvidenceRef where, String why) {
        rejected++;
        rejectedBySource.merge(where.source(), 1L, Long::sum);
        if (rejections.size() < MOST_REJECTIONS) {
            rejections.add(new Rejection(where, why));
        }
    }

    void count(Evidence evidence) {
        String source = evidence.ref().source();
        if (!lastSource.equals(source)) {
            lastSource = source;
            lastTallies.clear();
        }
        Tally tally = lastTallies.get(evidence.kind());
        if (tally == null) {
            tally = tallies.computeIfAbsent(new Entry(source, evidence.kind()), any -> new Tally());
            lastTallies.put(evidence.kind(), tally);
        }
        tally.add(evidence);
    }

    /** Counts what an earlier round counted of a source. */
    void restore(String source, SourceFacts facts) {
        accepted += facts.accepted();
        duplicate += facts.duplicates();
        // Two connectors may have a source of the same name.
        facts.tallies().forEach((kind, tally) -> tallies.merge(new Entry(source, kind), tally, Tally::and));
    }

    /** Counts records that were read elsewhere. */
    void counted(long recordsAccepted, long duplicates) {
        accepted += recordsAccepted;
        duplicate += duplicates;
    }

    /** Counts records of a source that were rejected elsewhere and are not named. */
    void rejected(String source, long many) {
        rejected += many;
        rejectedBySource.merge(source, many, Long::sum);
    }

    void cover(Coverage piece) {
        coverage.add(piece);
    }

    EvidenceCount counts() {
        return new EvidenceCount(accepted + duplicate + rejected, accepted, duplicate, rejected);
    }

    /** The first thousand records that could not be read, by file and place. */
    List<Rejection> rejections() {
        return rejections.stream().sorted(Comparator.comparing(Rejection::where)).toList();
    }

    /** The coverage table: every source and kind once, with counts and times, sorted. */
    List<Coverage> coverage() {
        Map<String, Coverage> rows = new TreeMap<>();
        for (Coverage piece : coverage) {
            rows.merge(key(piece), counted(piece), Ledger::worse);
        }
        return rows.values().stream().map(this::marked).toList();
    }

    /** Says that earlier rounds had more records than could be compared. */
    void overflowed() {
        overflowed = true;
    }

    /** Says that no more records come. True where duplicates of late ones may have gone unnoticed. */
    boolean closed() {
        boolean isFull = seen.isFull() || overflowed;
        seen = new SeenRecords(0);
        return isFull;
    }

    private Coverage counted(Coverage piece) {
        Tally tally = tallies.getOrDefault(new Entry(piece.source(), piece.kind()), new Tally());
        return new Coverage(piece.source(), piece.takenFor(), piece.kind(), piece.mailbox(), piece.state(),
                piece.reason(), piece.from().or(() -> tally.from()), piece.to().or(() -> tally.to()),
                Math.max(tally.count(), piece.count()));
    }

    /** A source of which more than one record in a hundred could not be read was read only in part. */
    private Coverage marked(Coverage piece) {
        long bad = rejectedBySource.getOrDefault(piece.source(), 0L);
        boolean tooMany = bad > 0 && bad > (piece.count() + bad) * TOO_MANY_REJECTED;
        if (piece.state() != Coverage.State.COLLECTED || !tooMany) {
            return piece;
        }
        return Coverage.broken(piece, Coverage.State.PARTIAL, bad + " records were rejected");
    }

    private static Coverage worse(Coverage one, Coverage other) {
        return one.state().compareTo(other.state()) >= 0 ? one : other;
    }

    private static String key(Coverage piece) {
        return piece.source() + "\u0000" + piece.kind().ordinal() + "\u0000"
                + piece.mailbox().map(Object::toString).orElse("");
    }
}
