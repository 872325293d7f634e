package org.mimawari.connector.microsoft365.collect;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.microsoft365.graph.Listing;
import org.mimawari.live.LogPlace;
import org.mimawari.live.Missed;
import org.mimawari.live.NewRecords;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;

/**
 * Reads a log in slices of time, oldest first, so that what was read before a failure stands and the next round goes on
 * there. A slice the service is too busy for is halved. Reads a stretch before the last place again, for late events.
 */
final class LogSweep {

    /** Reads one slice of the log; {@code to} is not part of it. */
    @FunctionalInterface
    interface Slices {
        Listing.Outcome read(Instant from, Instant to, EvidenceSink sink) throws InterruptedException;
    }

    /** So long a slice is all there is. */
    static final Duration IN_ONE = Duration.ofDays(3_650);

    private static final Duration SHORTEST = Duration.ofMinutes(10);
    private static final int MOST_HALVED = 24;
    private static final int MOST_FAILED = 3;
    private static final Duration MOMENT = Duration.ofSeconds(2);

    private final Round round;
    private final String source;
    private final Duration slice;
    private final Duration overlap;

    /**
     * @param slice how much time is asked for at once
     * @param overlap how late events may come
     */
    LogSweep(Round round, String source, Duration slice, Duration overlap) {
        this.round = round;
        this.source = source;
        this.slice = slice;
        this.overlap = overlap;
    }

    /**
     * How a log was read.
     *
     * @param from the beginning of what was asked for
     * @param until up to where it was read without a gap
     * @param fresh how many records were handed over
     */
    record Swept(Instant from, Instant until, long fresh, Optional<ServiceException> failure) {

        /** Why it was not read whole, with the times asked for and got. */
        Optional<Missed> missed(Kind kind) {
            return failure.map(why -> Missed.of(Explained.of(kind, why), fresh > 0 || until.isAfter(from))
                    .with("; asked from " + from + ", read up to " + until));
        }
    }

    private record Slice(Instant from, Instant to) {

        private Duration length() {
            return Duration.between(from, to);
        }

        private Slice first() {
            return new Slice(from, from.plus(length().dividedBy(2)));
        }

        private Slice second() {
            return new Slice(first().to, to);
        }
    }

    Swept read(Slices slices) throws InterruptedException {
        Optional<LogPlace> place = place();
        Instant from = place.map(known -> known.until().minus(overlap)).filter(round.since()::isBefore).orElse(round.since());
        Instant last = round.now().minus(overlap);
        NewRecords records = new NewRecords(round.sink(), place.map(LogPlace::seen).orElse(Set.of()), last);
        Course course = new Course(slices(from, last), from);
        while (!course.left.isEmpty()) {
            Slice next = course.left.removeFirst();
            if (!next.from().isBefore(last)) {
                records.lastStretch();
            }
            Optional<ServiceException> why = slices.read(next.from(), next.to(), records).failure();
            if (why.isPresent()) {
                failed(next, why.get(), course);
            } else {
                course.failedInARow = 0;
                course.until = course.failure.isEmpty() ? next.to() : course.until;
            }
        }
        boolean whole = course.failure.isEmpty();
        remember(course.until, whole ? records.last() : Set.of(), records.fresh() == 0 && whole);
        return new Swept(from, course.until, records.fresh(), course.failure);
    }

    /** How far a sweep has come. */
    private static final class Course {

        private final Deque<Slice> left;
        private Instant until;
        private Optional<ServiceException> failure = Optional.empty();
        private boolean retried;
        private int halved;
        private int failedInARow;

        private Course(Deque<Slice> left, Instant until) {
            this.left = left;
            this.until = until;
        }
    }

    private void failed(Slice slice, ServiceException why, Course course) throws InterruptedException {
        boolean tooMuch = why.reason() == Reason.THROTTLED || why.status() == 504;
        if (tooMuch && slice.length().compareTo(SHORTEST) > 0 && course.halved < MOST_HALVED && round.client().hasTime()) {
            course.halved++;
            course.left.addFirst(slice.second());
            course.left.addFirst(slice.first());
        } else if (why.reason() == Reason.LICENCE_MISSING && !course.retried) {
            // Licensed tenants too are told now and then that they have no licence.
            course.retried = true;
            course.left.addFirst(slice);
            pause();
        } else {
            course.failure = course.failure.or(() -> Optional.of(why));
            if (++course.failedInARow >= MOST_FAILED || !goesOn(why)) {
                course.left.clear();
            }
        }
    }

    /** What is wrong with one slice need not be wrong with the next. */
    private boolean goesOn(ServiceException why) {
        return switch (why.reason()) {
            case PAGING_LOOP, BAD_DATA, FOREIGN_LINK, PAGE_EXPIRED -> true;
            case SERVICE_ERROR, THROTTLED -> round.client().hasTime() && why.status() != 400;
            default -> false;
        };
    }

    private void pause() throws InterruptedException {
        try {
            round.client().pause(MOMENT);
        } catch (ServiceException outOfTime) {
            return;
        }
    }

    private Optional<LogPlace> place() {
        return round.sink().ask(() -> round.checkpoints().find(source)).flatMap(LogPlace::parse);
    }

    private Deque<Slice> slices(Instant from, Instant last) {
        Deque<Slice> slices = new ArrayDeque<>();
        Instant begin = from;
        while (begin.isBefore(last)) {
            Instant edge = edge(begin);
            Instant end = edge.isBefore(last) ? edge : last;
            slices.addLast(new Slice(begin, end));
            begin = end;
        }
        slices.addLast(new Slice(begin, round.now()));
        return slice.compareTo(IN_ONE) < 0 ? slices : new ArrayDeque<>(List.of(new Slice(from, round.now())));
    }

    /** Slices end where days or hours do, so that a round that was killed asks for the same ones again. */
    private Instant edge(Instant begin) {
        ChronoUnit unit = slice.compareTo(Duration.ofDays(1)) >= 0 ? ChronoUnit.DAYS : ChronoUnit.HOURS;
        return begin.truncatedTo(unit).plus(slice);
    }

    private void remember(Instant until, Set<Long> last, boolean nothingNew) {
        round.sink().inTurn(() -> {
            if (until.isAfter(round.since())) {
                round.checkpoints().put(source, new LogPlace(until, last).text());
            }
            if (nothingNew) {
                round.checkpoints().keep(source);
            }
            round.checkpoints().restate(source);
        });
    }
}
