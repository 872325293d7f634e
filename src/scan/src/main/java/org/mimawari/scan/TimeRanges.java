package org.mimawari.scan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mimawari.evidence.TimeRange;

/** Stretches of time that were found: joined, and asked whether a moment lies in them. */
final class TimeRanges {

    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");

    private TimeRanges() {}

    /** The known ones in order of time; those that overlap become one. */
    static List<TimeRange> joined(List<TimeRange> ranges) {
        List<TimeRange> sorted = ranges.stream().filter(TimeRange::isKnown)
                .sorted(Comparator.comparing(range -> range.from().orElseThrow())).toList();
        List<TimeRange> joined = new ArrayList<>();
        for (TimeRange range : sorted) {
            int last = joined.size() - 1;
            if (last >= 0 && !range.from().orElseThrow().isAfter(joined.get(last).to().orElseThrow())) {
                joined.set(last, joined.get(last).including(range));
            } else {
                joined.add(range);
            }
        }
        return joined;
    }

    /** @param joined as {@link #joined} gives them */
    static boolean hold(List<TimeRange> joined, Instant moment) {
        int low = 0;
        int high = joined.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (moment.isBefore(joined.get(middle).from().orElseThrow())) {
                high = middle - 1;
            } else if (moment.isAfter(joined.get(middle).to().orElseThrow())) {
                low = middle + 1;
            } else {
                return true;
            }
        }
        return false;
    }

    /** That much before, within what a calendar can write. */
    static Instant earlier(Instant moment, Duration by) {
        return moment.isBefore(EARLIEST) ? EARLIEST : moment.minus(by);
    }

    static Instant later(Instant moment, Duration by) {
        return moment.isAfter(LATEST) ? LATEST : moment.plus(by);
    }
}
