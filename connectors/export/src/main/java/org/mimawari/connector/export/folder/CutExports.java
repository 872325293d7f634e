package org.mimawari.connector.export.folder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.ForwardingSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceRef;

/**
 * Counts the records of each file of one format and keeps back what the reader says of its coverage, until all files
 * are read: one that ends just where such exports are cut off, or lacks a neighbour in its series, is not whole.
 */
final class CutExports extends ForwardingSink {

    private final EvidenceSink sink;
    private final Set<Long> limits;
    private final List<Coverage> held = new ArrayList<>();
    private final Map<String, Long> records = new HashMap<>();
    private String source = "";
    private long count;

    CutExports(EvidenceSink sink, Set<Long> limits) {
        this.sink = sink;
        this.limits = limits;
    }

    /** The records of each file that was read so far. */
    Map<String, Long> counts() {
        begin("");
        return records;
    }

    /** So many records of a file were read elsewhere. */
    void counted(String file, long many) {
        records.merge(file, many, Long::sum);
    }

    @Override
    protected EvidenceSink behind() {
        return sink;
    }

    @Override
    public boolean admit(long fingerprint) {
        count++;
        return sink.admit(fingerprint);
    }

    @Override
    public void reject(EvidenceRef where, String why) {
        count++;
        sink.reject(where, why);
    }

    @Override
    public void cover(Coverage coverage) {
        if (limits.isEmpty()) {
            sink.cover(coverage);
        } else {
            held.add(coverage);
        }
    }

    @Override
    public void begin(String next) {
        settle();
        source = next;
        sink.begin(next);
    }

    private void settle() {
        if (!source.isEmpty()) {
            records.merge(source, count, Long::sum);
        }
        count = 0;
    }

    /** Passes on what was said of the files, as far as it holds. */
    void release() {
        begin("");
        NumberedFiles series = new NumberedFiles(records.keySet());
        for (Coverage piece : held) {
            Optional<String> cut = piece.state() == Coverage.State.COLLECTED ? cut(piece.source(), series)
                    : Optional.empty();
            sink.cover(cut.map(why -> Coverage.broken(piece, Coverage.State.PARTIAL, why)).orElse(piece));
        }
        held.clear();
    }

    private Optional<String> cut(String file, NumberedFiles series) {
        long many = records.getOrDefault(file, 0L);
        if (limits.contains(many) && !series.goesOnBehind(file)) {
            return Optional.of(String.format(Locale.ROOT,
                    "it has exactly %,d records, where such exports are cut off: what follows may be missing", many));
        }
        return series.missingBehind(file).map(number -> "file " + number + " of its series is missing");
    }
}
