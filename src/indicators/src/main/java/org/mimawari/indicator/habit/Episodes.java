package org.mimawari.indicator.habit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.mimawari.evidence.Evidence;

/**
 * Puts pieces of evidence that belong together into one episode: the same key, and never longer apart than a gap. What
 * an attacker could multiply is bounded: keys beyond the first {@value #MOST_KEYS} share one episode.
 */
public final class Episodes {

    /** Three days of silence end an episode. */
    public static final Duration USUAL_GAP = Duration.ofDays(3);

    private static final int MOST_KEYS = 20;
    private static final int MOST_UNDATED = 50;
    private static final String REST = "more";

    private Episodes() {}

    /** One episode; its pieces are dated and in order of time. */
    public record Episode<E extends Evidence>(String key, List<E> pieces) {

        public E first() {
            return pieces.get(0);
        }

        public E last() {
            return pieces.get(pieces.size() - 1);
        }

        public Instant from() {
            return first().time().orElseThrow();
        }
    }

    /** The episodes of dated pieces in order of time, by their first moment. */
    public static <E extends Evidence> List<Episode<E>> of(List<E> pieces, Function<E, String> key) {
        return of(pieces, key, USUAL_GAP);
    }

    public static <E extends Evidence> List<Episode<E>> of(List<E> pieces, Function<E, String> key, Duration gap) {
        List<Episode<E>> episodes = new ArrayList<>();
        Map<String, Episode<E>> open = new HashMap<>();
        for (E piece : pieces) {
            String wanted = key.apply(piece);
            String name = open.containsKey(wanted) || open.size() < MOST_KEYS ? wanted : REST;
            Episode<E> episode = open.get(name);
            if (episode == null || isOver(episode, piece, gap)) {
                episode = new Episode<>(name, new ArrayList<>());
                open.put(name, episode);
                episodes.add(episode);
            }
            episode.pieces().add(piece);
        }
        return episodes;
    }

    /**
     * Pieces with the same key that belong together: undated ones all, dated ones by episode. An act whose moment the
     * source does not tell happened all the same.
     */
    public static <E extends Evidence> List<List<E>> groups(List<E> pieces, Function<E, String> key) {
        Map<String, List<E>> undated = new LinkedHashMap<>();
        pieces.stream().filter(piece -> piece.time().isEmpty())
                .filter(piece -> undated.size() < MOST_UNDATED || undated.containsKey(key.apply(piece)))
                .forEach(piece -> undated.computeIfAbsent(key.apply(piece), any -> new ArrayList<>()).add(piece));
        List<List<E>> groups = new ArrayList<>(undated.values());
        of(pieces.stream().filter(piece -> piece.time().isPresent()).toList(), key)
                .forEach(episode -> groups.add(episode.pieces()));
        return groups;
    }

    private static boolean isOver(Episode<?> episode, Evidence piece, Duration gap) {
        return piece.time().orElseThrow().isAfter(episode.last().time().orElseThrow().plus(gap));
    }
}
