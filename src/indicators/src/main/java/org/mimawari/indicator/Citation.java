package org.mimawari.indicator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;

/**
 * The evidence behind a finding: how many pieces, and the first and last of them.
 *
 * @param total how many pieces there are
 * @param sample at most ten: the first five and the last five
 */
public record Citation(int total, List<Cited> sample) {

    /** A piece of evidence and its time. */
    public record Cited(EvidenceRef ref, Optional<Instant> time) {}

    private static final int EACH_END = 5;

    public Citation {
        sample = List.copyOf(sample);
    }

    public static Citation of(Evidence... pieces) {
        return of(List.of(pieces));
    }

    /** Cites the pieces, which must be in order of time. */
    public static Citation of(List<? extends Evidence> pieces) {
        int all = pieces.size();
        if (all <= 2 * EACH_END) {
            return new Citation(all, pieces.stream().map(Citation::cited).toList());
        }
        List<Cited> ends = new ArrayList<>();
        pieces.subList(0, EACH_END).forEach(piece -> ends.add(cited(piece)));
        pieces.subList(all - EACH_END, all).forEach(piece -> ends.add(cited(piece)));
        return new Citation(all, ends);
    }

    private static Cited cited(Evidence piece) {
        return new Cited(piece.ref(), piece.time());
    }
}
