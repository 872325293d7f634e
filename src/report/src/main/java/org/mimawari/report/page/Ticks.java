package org.mimawari.report.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Chooses moments for the axis of a chart: whole minutes, hours or days of the reader's zone, two to eight of them. */
final class Ticks {

    private static final int MOST = 7;
    private static final List<Duration> STEPS = List.of(Duration.ofMinutes(1), Duration.ofMinutes(2),
            Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(15), Duration.ofMinutes(30),
            Duration.ofHours(1), Duration.ofHours(2), Duration.ofHours(3), Duration.ofHours(6), Duration.ofHours(12),
            Duration.ofDays(1), Duration.ofDays(2), Duration.ofDays(7), Duration.ofDays(14), Duration.ofDays(30),
            Duration.ofDays(90), Duration.ofDays(365), Duration.ofDays(3_650), Duration.ofDays(36_500),
            Duration.ofDays(365_000));

    private Ticks() {}

    static List<Instant> between(Instant from, Instant to, ZoneId zone) {
        Duration step = step(Duration.between(from, to));
        ZonedDateTime day = from.atZone(zone).truncatedTo(ChronoUnit.DAYS);
        Instant first = day.toInstant();
        if (step.compareTo(Duration.ofDays(1)) < 0) {
            long steps = Duration.between(first, from).dividedBy(step);
            first = first.plus(step.multipliedBy(steps));
        }
        List<Instant> ticks = new ArrayList<>();
        for (Instant tick = first; !tick.isAfter(to) && ticks.size() <= MOST; tick = tick.plus(step)) {
            if (!tick.isBefore(from)) {
                ticks.add(tick);
            }
        }
        return ticks;
    }

    private static Duration step(Duration span) {
        return STEPS.stream().filter(step -> span.dividedBy(step) <= MOST).findFirst()
                .orElse(STEPS.get(STEPS.size() - 1));
    }
}
