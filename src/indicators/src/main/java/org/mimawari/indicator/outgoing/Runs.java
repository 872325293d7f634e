package org.mimawari.indicator.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mimawari.evidence.Evidence;

/** Splits evidence in order of time where nothing happened for a while. */
public final class Runs {

    private Runs() {}

    public static <E extends Evidence> List<List<E>> split(List<E> pieces, Duration gap) {
        List<List<E>> runs = new ArrayList<>();
        Instant last = Instant.MIN;
        for (E piece : pieces) {
            Instant time = piece.time().orElse(Instant.MIN);
            boolean apart = time.isAfter(Instant.MIN) && last.isAfter(Instant.MIN) && time.isAfter(last.plus(gap));
            if (runs.isEmpty() || apart) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(piece);
            last = time;
        }
        return runs;
    }
}
