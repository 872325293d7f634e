package org.mimawari.indicator.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Slides a window over messages in order of time, joins the windows in which a limit is exceeded, and cuts what is left
 * to the stretch that did it: from its first message to its last. Event time, never clock hours: a burst that crosses
 * the hour is one burst. Linear in the messages.
 */
public final class StretchSearch {

    /** Parts of the density of a stretch below which its ends are ordinary mail again. */
    private static final double QUIET = 0.15;
    private static final double TAIL = 0.10;
    /** So many times the usual pause is still the same pace. */
    private static final double SAME_PACE = 3;
    private static final double MOSTLY = 0.8;
    private static final double SHORTEST_CORE_SECONDS = 60;

    /** Decides whether the messages of one window are too many. Asked for each message in order of time. */
    @FunctionalInterface
    public interface Limit {

        /**
         * @param window the sums over the messages with positions first to last, both included
         */
        boolean isExceeded(Volume window, int first, int last);
    }

    private record Range(int first, int last) {}

    private final List<Mailing> mailings;
    private final Totals totals;
    private final Duration window;
    private final ToLongFunction<Mailing> counted;

    /**
     * @param counted what of a message makes the stretch unusual, for example its new recipients
     */
    public StretchSearch(List<Mailing> mailings, Duration window, ToLongFunction<Mailing> counted) {
        this.mailings = mailings;
        this.totals = Totals.of(mailings);
        this.window = window;
        this.counted = counted;
    }

    /** The unusual stretches in order of time; none overlaps another. */
    public List<Stretch> find(Limit limit) {
        List<Range> ranges = ranges(limit);
        if (ranges.isEmpty()) {
            return List.of();
        }
        return ranges.stream().map(range -> mailings.subList(range.first(), range.last() + 1))
                .map(StretchSearch::unusualSource).map(this::trimmed).map(Stretch::of).toList();
    }

    private List<Range> ranges(Limit limit) {
        List<Range> ranges = new ArrayList<>();
        int first = 0;
        for (int last = 0; last < mailings.size(); last++) {
            Instant start = mailings.get(last).time().minus(window);
            while (!mailings.get(first).time().isAfter(start)) {
                first++;
            }
            if (limit.isExceeded(totals.between(first, last), first, last)) {
                add(ranges, new Range(first, last));
            }
        }
        return ranges;
    }

    private void add(List<Range> ranges, Range next) {
        int size = ranges.size();
        if (size > 0 && isAdjacent(ranges.get(size - 1), next)) {
            ranges.set(size - 1, new Range(ranges.get(size - 1).first(), next.last()));
        } else {
            ranges.add(next);
        }
    }

    private boolean isAdjacent(Range one, Range next) {
        return next.first() <= one.last() || !mailings.get(next.first()).time()
                .isAfter(mailings.get(one.last()).time().plus(window));
    }

    /** The owner's own mail in the same hours is not part of it, where the source tells the two apart. */
    private static List<Mailing> unusualSource(List<Mailing> range) {
        List<Mailing> unusual = range.stream().filter(mailing -> !mailing.habitual()).toList();
        long all = range.stream().mapToLong(Mailing::recipients).sum();
        long others = unusual.stream().mapToLong(Mailing::recipients).sum();
        return others >= all * MOSTLY ? unusual : range;
    }

    /**
     * The part with the greatest sum when every second costs a share of what a second of the stretch usually brings.
     */
    private List<Mailing> trimmed(List<Mailing> range) {
        double density = perSecond(range);
        double cost = QUIET * density;
        double best = 0;
        double sum = 0;
        int start = 0;
        Range cut = new Range(0, range.size() - 1);
        for (int i = 0; i < range.size(); i++) {
            double pause = i == 0 ? 0 : seconds(range.get(i - 1), range.get(i));
            sum -= cost * pause;
            if (sum <= 0) {
                sum = 0;
                start = i;
            }
            sum += counted.applyAsLong(range.get(i));
            if (sum > best) {
                best = sum;
                cut = new Range(start, i);
            }
        }
        Range whole = withNeighbours(range, cut, SAME_PACE / density);
        return range.subList(whole.first(), whole.last() + 1);
    }

    /** A message at the ends that goes to a friend by chance still belongs to the burst when it follows at its pace. */
    private static Range withNeighbours(List<Mailing> range, Range cut, double pause) {
        int first = cut.first();
        while (first > 0 && seconds(range.get(first - 1), range.get(first)) <= pause) {
            first--;
        }
        int last = cut.last();
        while (last < range.size() - 1 && seconds(range.get(last), range.get(last + 1)) <= pause) {
            last++;
        }
        return new Range(first, last);
    }

    /** The density between the first and the last tenth, so that stray messages at the ends do not thin it out. */
    private double perSecond(List<Mailing> range) {
        long all = range.stream().mapToLong(counted).sum();
        Instant from = range.get(0).time();
        Instant to = range.get(range.size() - 1).time();
        long sum = 0;
        for (Mailing mailing : range) {
            from = sum <= all * TAIL ? mailing.time() : from;
            to = sum < all * (1 - TAIL) ? mailing.time() : to;
            sum += counted.applyAsLong(mailing);
        }
        double core = Math.max(SHORTEST_CORE_SECONDS, Duration.between(from, to).toMillis() / 1000.0);
        return all * (1 - 2 * TAIL) / core;
    }

    private static double seconds(Mailing one, Mailing next) {
        return Duration.between(one.time(), next.time()).toMillis() / 1000.0;
    }
}
