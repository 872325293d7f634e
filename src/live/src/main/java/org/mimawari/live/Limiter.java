package org.mimawari.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How many requests to one service may be on their way: grows with every answer until the service refuses one, then
 * shrinks by three tenths, at most once a second, and grows by one a round trip, at most by two a second (additive
 * increase, multiplicative decrease). A refusal stops everybody for as long as the service asks. Keeps to the
 * vendor's rate where there is one.
 */
public final class Limiter {

    private static final double SHRINK = 0.7;
    /** Requests at a time, each second. */
    private static final double MOST_GROWTH = 2;
    private static final Duration ONCE = Duration.ofSeconds(1);
    private static final long AWHILE = 1_000;

    private final Pace pace;
    private final int most;
    private final Waiting waiting;
    private final Deque<Instant> begun = new ArrayDeque<>();
    private double limit;
    private int running;
    private boolean growsFast = true;
    private Optional<ServiceException> refusal = Optional.empty();
    private Instant pausedUntil = Instant.MIN;
    private Instant shrunk = Instant.MIN;
    private Instant grown = Instant.EPOCH;

    public Limiter(Pace pace, int most, Waiting waiting) {
        this.pace = pace;
        this.most = Math.max(1, Math.min(most, pace.most()));
        this.waiting = waiting;
        this.limit = Math.min(pace.first(), this.most);
    }

    /**
     * Waits for a turn.
     *
     * @throws ServiceException where the turn would come after the deadline
     */
    public void enter(Instant deadline) throws ServiceException, InterruptedException {
        while (true) {
            Duration time = take();
            if (time.isZero()) {
                return;
            }
            if (!waiting.now().plus(time).isBefore(deadline)) {
                throw outOfTime(time);
            }
            waiting.pause(time);
        }
    }

    private synchronized Duration take() throws InterruptedException {
        Optional<Duration> turn = turn();
        while (turn.isEmpty()) {
            wait(AWHILE);
            turn = turn();
        }
        return turn.get();
    }

    /** Names what the service last said, though it said so to another request. */
    private synchronized ServiceException outOfTime(Duration time) {
        return refusal.map(last -> last.as(Reason.THROTTLED, "the service asked everybody to come back in "
                + time.toSeconds() + " s, after the time for this round")).orElseGet(() -> new ServiceException(
                Reason.THROTTLED, "the time for this round was over before it was this request's turn"));
    }

    /**
     * Takes a turn if there is one: zero where it was taken, else how long the service or its rate want us to stay
     * away. Empty where somebody has to come back first.
     */
    synchronized Optional<Duration> turn() {
        if (running >= (int) limit) {
            return Optional.empty();
        }
        Instant now = waiting.now();
        Duration paused = now.isBefore(pausedUntil) ? Duration.between(now, pausedUntil) : paced(now);
        if (!paused.isZero()) {
            return Optional.of(paused);
        }
        running++;
        if (pace.requests() > 0) {
            begun.addLast(now);
        }
        return Optional.of(Duration.ZERO);
    }

    private Duration paced(Instant now) {
        if (pace.requests() == 0) {
            return Duration.ZERO;
        }
        while (!begun.isEmpty() && !begun.peekFirst().plus(pace.window()).isAfter(now)) {
            begun.removeFirst();
        }
        return begun.size() < pace.requests() ? Duration.ZERO
                : Duration.between(now, begun.peekFirst().plus(pace.window()));
    }

    /** The request was answered. */
    public synchronized void leaveServed() {
        running--;
        limit = Math.min(most, limit + (growsFast ? 1 : Math.min(1 / limit, mostGrowth())));
        grown = waiting.now();
        notifyAll();
    }

    /** Where round trips are short, the limit would run far past what the service bears before it says so. */
    private double mostGrowth() {
        return MOST_GROWTH * Math.max(0, Duration.between(grown, waiting.now()).toNanos() / 1e9);
    }

    /** A failure that says nothing about the load. */
    public synchronized void leave() {
        running--;
        notifyAll();
    }

    /** The service asked everybody to stay away for so long. */
    public synchronized void leaveRefused(Duration pause, ServiceException why) {
        refusal = Optional.of(why);
        running--;
        Instant now = waiting.now();
        Instant until = now.plus(pause);
        pausedUntil = until.isAfter(pausedUntil) ? until : pausedUntil;
        if (!shrunk.plus(ONCE).isAfter(now)) {
            limit = Math.max(1, limit * SHRINK);
            shrunk = now;
        }
        growsFast = false;
        notifyAll();
    }

    /** How many requests may be on their way now. */
    public synchronized int limit() {
        return (int) limit;
    }
}
