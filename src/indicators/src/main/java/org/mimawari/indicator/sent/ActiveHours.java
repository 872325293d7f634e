package org.mimawari.indicator.sent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.Totals;
import org.mimawari.indicator.outgoing.Volume;

/**
 * What the hours in which a mailbox sends usually hold, learnt from the five weeks before a moment. An active hour
 * begins with a message and lasts sixty minutes. Hours inside a stretch that was found unusual teach nothing, so that
 * an ongoing relay does not become the norm; only in the first two weeks, when everything is unusual, they teach a week
 * later. Moves forward in time only; not safe for several threads.
 */
final class ActiveHours {

    /** Five weeks, so that a monthly run is always among what is known. */
    private static final Duration REMEMBERED = Duration.ofDays(35);
    private static final Duration DOUBTED = Duration.ofDays(7);
    private static final double PART = 0.995;

    private final Outgoing outgoing;
    private final List<Mailing> mailings;
    private final Totals totals;
    private final Duration length;
    private final boolean[] unusual;
    private final List<Hour> learnt = new ArrayList<>();
    private final Deque<Hour> doubtful = new ArrayDeque<>();
    private int forgotten;
    private int next;
    private int marked;

    /** One active hour. */
    record Hour(Instant start, Volume volume) {}

    /**
     * @param length how long an active hour lasts; a day, where days are compared
     */
    ActiveHours(Outgoing outgoing, Duration length) {
        this.outgoing = outgoing;
        this.mailings = outgoing.mailings();
        this.totals = outgoing.totals();
        this.length = length;
        this.unusual = new boolean[mailings.size()];
    }

    /** These messages were found unusual. */
    void leaveOut(int first, int last) {
        for (int i = Math.max(first, marked); i <= last; i++) {
            unusual[i] = true;
        }
        marked = Math.max(marked, last + 1);
    }

    /** Learns the hours that ended before this moment and forgets those of more than 30 days ago. */
    void learnUntil(Instant moment) {
        while (next < mailings.size()) {
            Instant end = mailings.get(next).time().plus(length);
            if (end.isAfter(moment)) {
                break;
            }
            learnHour(end);
        }
        while (!doubtful.isEmpty() && doubtful.peekFirst().start().isBefore(moment.minus(DOUBTED))) {
            learnt.add(doubtful.removeFirst());
        }
        Instant oldest = moment.minus(REMEMBERED);
        while (forgotten < learnt.size() && learnt.get(forgotten).start().isBefore(oldest)) {
            forgotten++;
        }
    }

    private void learnHour(Instant end) {
        int first = next;
        boolean teaches = true;
        while (next < mailings.size() && mailings.get(next).time().isBefore(end)) {
            teaches &= !unusual[next++];
        }
        Hour hour = new Hour(mailings.get(first).time(), totals.between(first, next - 1));
        if (teaches) {
            learnt.add(hour);
        } else if (outgoing.isColdStart(hour.start())) {
            doubtful.addLast(hour);
        }
    }

    /** Changes whenever an hour is learnt or forgotten. */
    int version() {
        return learnt.size() + forgotten;
    }

    /** How many hours are known. */
    int count() {
        return learnt.size() - forgotten;
    }

    /**
     * What all but the topmost half per cent of the hours stay below or reach; always at least one hour is left out
     * where more than one is known, because a single statement run must not blind the mailbox for a month.
     */
    double usualMost(ToDoubleFunction<Volume> measure) {
        double[] values = values(measure);
        return values.length == 0 ? 0 : values[(int) Math.floor(PART * (values.length - 1))];
    }

    double most(ToDoubleFunction<Volume> measure) {
        double[] values = values(measure);
        return values.length == 0 ? 0 : values[values.length - 1];
    }

    private double[] values(ToDoubleFunction<Volume> measure) {
        double[] values = learnt.subList(forgotten, learnt.size()).stream().map(Hour::volume)
                .mapToDouble(measure).toArray();
        Arrays.sort(values);
        return values;
    }
}
