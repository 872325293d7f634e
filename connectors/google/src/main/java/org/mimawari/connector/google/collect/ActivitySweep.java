package org.mimawari.connector.google.collect;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.mimawari.connector.export.google.ActivityAnswers;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.live.Missed;
import org.mimawari.live.NewRecords;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;

/**
 * Reads one audit log of the whole organisation in days, oldest first, so that what was read before a failure stands and the
 * next round goes on there. Activities come hours late and out of order: each round reads the last three hours again, and
 * once a day the last three days; those that are known are passed over.
 */
final class ActivitySweep {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration OFTEN = Duration.ofHours(3);
    private static final Duration DAILY = Duration.ofHours(72);
    /** Google keeps these logs for six months ("Data retention and lag times"). */
    private static final Duration KEPT = Duration.ofDays(180);
    private static final int ALL = 1_000;
    private static final int MOST_FAILED = 3;
    private static final int MOST_SEEN = 20_000;

    private final Round round;
    private final Kind kind;
    private final String source;
    private final OwnDomains own;
    private final Instant now;

    /** @param now when the logs end; nothing later is asked for */
    ActivitySweep(Round round, Kind kind, OwnDomains own, Instant now) {
        this.round = round;
        this.kind = kind;
        this.source = Round.ROOT + "activities/" + kind.list();
        this.own = own;
        this.now = now;
    }

    /** How far a sweep has come. */
    private static final class Course {
        private Instant until;
        private Optional<ServiceException> failure = Optional.empty();
        private int failedInARow;

        private Course(Instant until) {
            this.until = until;
        }
    }

    void read() throws InterruptedException {
        Optional<ActivityPlace> place = round.reading().sink().ask(() -> round.reading().checkpoints().find(source))
                .flatMap(ActivityPlace::parse);
        boolean isDeep = place.filter(known -> known.deep().plus(DAY).isAfter(now)).isEmpty();
        Instant asked = place.map(known -> known.until().minus(isDeep ? DAILY : OFTEN)).filter(round.since()::isBefore)
                .orElse(round.since());
        Instant oldest = now.minus(KEPT);
        Instant from = asked.isBefore(oldest) ? oldest : asked;
        NewRecords records = new NewRecords(round.reading().sink(), place.map(ActivityPlace::seen).orElse(Set.of()),
                now.minus(DAILY));
        ActivityAnswers answers = new ActivityAnswers(kind.list(), source, own, records);
        Course course = new Course(from);
        sweep(from, answers, records, course);
        remember(place, course, records, isDeep);
        boolean isEmpty = answers.records() == 0 && place.map(ActivityPlace::seen).orElse(Set.of()).isEmpty();
        cover(answers, course.failure.map(why -> Missed.of(round.explained(kind, why),
                records.fresh() > 0 || course.until.isAfter(from))
                .with("; asked from " + from + " to " + now + ", read up to "
                + course.until)).or(() -> notThere(isEmpty)).or(() -> tooOld(asked)));
    }

    private void sweep(Instant from, ActivityAnswers answers, NewRecords records, Course course) throws InterruptedException {
        Deque<Instant> edges = edges(from);
        Instant begin = from;
        while (!edges.isEmpty()) {
            Instant end = edges.removeFirst();
            if (!begin.isBefore(now.minus(DAILY))) {
                records.lastStretch();
            }
            Optional<ServiceException> failure = slice(begin, end, answers);
            if (failure.isPresent()) {
                course.failure = course.failure.or(() -> failure);
                course.failedInARow++;
                if (!goesOn(failure.get(), course)) {
                    edges.clear();
                }
            } else {
                course.failedInARow = 0;
                course.until = course.failure.isEmpty() ? end : course.until;
            }
            begin = end;
        }
        round.reading().sink().inTurn(answers::finish);
    }

    /** The ends of the days, the beginning of the last stretch, and now. */
    private Deque<Instant> edges(Instant from) {
        SortedSet<Instant> edges = new TreeSet<>();
        for (Instant edge = from.truncatedTo(ChronoUnit.DAYS).plus(DAY); edge.isBefore(now); edge = edge.plus(DAY)) {
            edges.add(edge);
        }
        Instant last = now.minus(DAILY);
        if (from.isBefore(last)) {
            edges.add(last);
        }
        edges.add(now);
        return new ArrayDeque<>(edges);
    }

    private Optional<ServiceException> slice(Instant from, Instant to, ActivityAnswers answers) throws InterruptedException {
        Optional<ServiceException> failure = round.list("items").read(page ->
                round.client().calls().activities(kind.list(), from, to, page, ALL), parser -> {
                    synchronized (round.reading().sink()) {
                        answers.take(parser);
                    }
                });
        round.reading().sink().inTurn(answers::settle);
        return failure;
    }

    /** What is wrong with one day need not be wrong with the next. */
    private static boolean goesOn(ServiceException why, Course course) {
        boolean ofThatDay = why.reason() == Reason.PAGING_LOOP || why.reason() == Reason.BAD_DATA
                || why.reason() == Reason.PAGE_EXPIRED;
        return ofThatDay && course.failedInARow < MOST_FAILED;
    }

    private void remember(Optional<ActivityPlace> place, Course course, NewRecords records, boolean isDeep) {
        boolean whole = course.failure.isEmpty();
        Set<Long> seen = new HashSet<>(records.last());
        if (!isDeep || !whole) {
            place.ifPresent(known -> known.seen().stream().limit(Math.max(0, MOST_SEEN - seen.size())).toList()
                    .forEach(seen::add));
        }
        Instant deep = isDeep && whole ? now : place.map(ActivityPlace::deep).orElse(Instant.EPOCH);
        round.reading().sink().inTurn(() -> {
            if (course.until.isAfter(round.since())) {
                round.reading().checkpoints().put(source, new ActivityPlace(course.until, deep, seen).text());
            }
            if (records.fresh() == 0 && whole) {
                round.reading().checkpoints().keep(source);
            }
            round.reading().checkpoints().restate(source);
        });
    }

    private void cover(ActivityAnswers answers, Optional<Missed> missed) {
        for (EvidenceKind shown : answers.shows().stream().sorted().toList()) {
            missed.ifPresentOrElse(why -> round.reading().missed(source, answers.title(), shown, Optional.empty(), why),
                    () -> round.reading().whole(source, answers.title(), shown, Optional.empty()));
        }
        for (EvidenceKind shown : answers.showsChanges().stream().sorted().toList()) {
            missed.ifPresentOrElse(why -> round.reading().missed(source, answers.title(), shown, Optional.empty(), why),
                    () -> round.reading().sink().cover(Coverage.changesOnly(source, answers.title(), shown)));
        }
    }

    /** Mail comes in every day: a log of messages without any is none. */
    private Optional<Missed> notThere(boolean isEmpty) {
        return kind == Kind.GMAIL && isEmpty ? Optional.of(Missed.of(Reason.LICENCE_MISSING,
                "the log of messages is empty: it is in higher editions only", false)) : Optional.empty();
    }

    private Optional<Missed> tooOld(Instant from) {
        Instant oldest = now.minus(KEPT);
        return from.isBefore(oldest.minus(DAY)) ? Optional.of(Missed.of(Reason.OUT_OF_RETENTION, "asked from " + from
                + ", but it is kept for " + KEPT.toDays() + " days: what is before " + oldest + " is missing", true))
                : Optional.empty();
    }
}
