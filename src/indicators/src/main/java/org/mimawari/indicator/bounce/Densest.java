package org.mimawari.indicator.bounce;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mimawari.evidence.Evidence;

/**
 * How much comes together in the fullest window over pieces of evidence in order of time. Linear in what is counted.
 */
final class Densest {

    private Densest() {}

    /**
     * The most different values in any window of this length.
     *
     * @param counted what of a piece is counted
     */
    static <T> int different(List<T> pieces, Duration window, Function<T, ? extends Evidence> evidence,
            Function<T, Collection<String>> counted) {
        Map<String, Integer> inWindow = new HashMap<>();
        int most = 0;
        int first = 0;
        for (T piece : pieces) {
            Instant end = time(evidence.apply(piece));
            counted.apply(piece).forEach(value -> inWindow.merge(value, 1, Integer::sum));
            while (time(evidence.apply(pieces.get(first))).isBefore(start(end, window))) {
                counted.apply(pieces.get(first++)).forEach(value ->
                        inWindow.computeIfPresent(value, (any, count) -> count == 1 ? null : count - 1));
            }
            most = Math.max(most, inWindow.size());
        }
        return most;
    }

    private static Instant time(Evidence evidence) {
        return evidence.time().orElse(Instant.EPOCH);
    }

    private static Instant start(Instant end, Duration window) {
        return end.minus(window);
    }
}
