package org.mimawari.indicator.bounce;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Multiplier;

/**
 * Failure reports of which nobody can tell whether their messages were ours. Where the reports that are ours say
 * nothing, they count a little, so that they are shown; beside as many for forged messages they belong to the same flood
 * and count nothing.
 */
final class DoubtfulReports {

    static final Multiplier ORIGIN_UNCLEAR = Multiplier.modifier("origin-unclear", 0.45);

    private static final Duration AROUND = Duration.ofHours(24);

    private final List<FailureReport> reports;
    private final long[] forged;

    /** @param reports in order of time */
    DoubtfulReports(List<FailureReport> reports) {
        this.reports = reports;
        this.forged = reports.stream().filter(FailureReport::isForged).flatMap(each -> each.report().time().stream())
                .mapToLong(Instant::toEpochMilli).sorted().toArray();
    }

    /** All that may be ours. */
    List<FailureReport> list() {
        return reports.stream().filter(report -> !report.isForged()).toList();
    }

    List<FailureReport> probablyOurs() {
        return reports.stream().filter(FailureReport::isProbablyOurs).toList();
    }

    /** True where around this time as many and more reports are about forged messages. */
    boolean isFlood(Collection<NonDeliveryReport> run) {
        TimeRange when = TimeRange.of(run);
        if (when.from().isEmpty() || when.to().isEmpty()) {
            return forged.length >= run.size();
        }
        int from = before(when.from().get().minus(AROUND));
        int to = before(when.to().get().plus(AROUND));
        return to - from >= run.size();
    }

    private int before(Instant time) {
        int at = Arrays.binarySearch(forged, time.toEpochMilli());
        return at < 0 ? -at - 1 : at;
    }
}
