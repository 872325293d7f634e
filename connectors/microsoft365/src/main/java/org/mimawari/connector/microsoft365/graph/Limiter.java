package org.mimawari.connector.microsoft365.graph;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * How many requests to one service may be on their way: grows with every answer until the service refuses one, then
 * shrinks by three tenths, at most once a second, and grows by one a round trip (additive increase, multiplicative
 * decrease). A refusal stops everybody for as long as the service asks. Keeps to the vendor's rate where there is one.
 */
final class Limiter {

    private static final double SHRINK = 0.7;
    private static final Duration ONCE = Duration.ofSeconds(1);
    private static final long AWHILE = 1_000;

    private final Service service;
    private final int most;
    private final Waiting waiting;
    private final Deque<Instant> begun = new ArrayDeque<>();
    private double limit;
    private int running;
    private boolean growsFast = true;
    private Optional<GraphException> refusal = Optional.empty();
    private Instant pausedUntil = Instant.MIN;
    private Instant shrunk = Instant.MIN;

    Limiter(Service service, int most, Waiting waiting) {
        this.service = service;
        this.most = Math.max(1, Math.min(most, service.most()));
        this.waiting = waiting;
        this.limit = Math.min(service.first(), this.most);
    }

    /**
     * Waits for a turn.
     *
     * @throws GraphException where the turn would come after the deadline
     */
    void enter(Instant deadline) throws GraphException, InterruptedException {
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

    /** Names what the service last said, though it said so to another request. */
    private synchronized GraphException outOfTime(Duration time) {
        return refusal.map(last -> last.as(Reason.THROTTLED, "the service asked everybody to come back in "
                + time.toSeconds() + " s, after the time for this round")).orElseGet(() -> new GraphException(
                Reason.THROTTLED, "the time for this round was over before it was this request's turn"));
    }

    /** Zero where the turn was taken, else how long the service or its rate want us to stay away. */
    private synchronized Duration take() throws InterruptedException {
        while (running >= (int) limit) {
            wait(AWHILE);
        }
        Instant now = waiting.now();
        Duration paused = now.isBefore(pausedUntil) ? Duration.between(now, pausedUntil) : paced(now);
        if (!paused.isZero()) {
            return paused;
        }
        running++;
        if (service.requests() > 0) {
            begun.addLast(now);
        }
        return Duration.ZERO;
    }

    private Duration paced(Instant now) {
        if (service.requests() == 0) {
            return Duration.ZERO;
        }
        while (!begun.isEmpty() && !begun.peekFirst().plus(service.window()).isAfter(now)) {
            begun.removeFirst();
        }
        return begun.size() < service.requests() ? Duration.ZERO
                : Duration.between(now, begun.peekFirst().plus(service.window()));
    }

    synchronized void leaveServed() {
        running--;
        limit = Math.min(most, limit + (growsFast ? 1 : 1 / limit));
        notifyAll();
    }

    /** A failure that says nothing about the load. */
    synchronized void leave() {
        running--;
        notifyAll();
    }

    synchronized void leaveRefused(Duration pause, GraphException why) {
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

    synchronized int limit() {
        return (int) limit;
    }
}
