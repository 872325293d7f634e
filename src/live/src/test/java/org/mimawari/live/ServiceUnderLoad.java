package org.mimawari.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * A service with a cap that nobody is told, and those who ask it, in time that passes from event to event: the same on
 * every machine. Answers take 80 ms in the middle, one in a hundred 400 ms; a refusal asks to come back in two seconds.
 */
final class ServiceUnderLoad {

    private static final double MEDIAN = 0.080;
    private static final double SPREAD = 0.69;
    private static final double PAUSE = 2;
    private static final Instant START = Instant.parse("2026-11-25T00:00:00Z");
    private static final ServiceException BUSY = new ServiceException(Reason.THROTTLED, "busy");

    /** What one who asks does next. */
    private enum Step { ASK, ARRIVE, ANSWERED, REFUSED }

    private record Event(double at, long number, Step step) {}

    private final Random chance;
    private final Limiter limiter;
    private final PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparingDouble(Event::at)
            .thenComparingLong(Event::number));
    private final Deque<Step> waiting = new ArrayDeque<>();
    private double now;
    private double cap;
    private double burst;
    private double tokens;
    private double filled;
    private long number;
    private long served;
    private long refused;
    private double lost;

    /** @param most how many ask at the same time at most, as often as they may */
    ServiceUnderLoad(Pace pace, int most, double cap, long seed) {
        this.chance = new Random(seed);
        this.limiter = new Limiter(pace, most, new Waiting() {
            @Override
            public Instant now() {
                return START.plusNanos((long) (now * 1e9));
            }

            @Override
            public void pause(Duration time) {
                throw new IllegalStateException("nobody sleeps here");
            }
        });
        cap(cap);
        tokens = burst;
        for (int i = 0; i < most; i++) {
            later(0, Step.ASK);
        }
    }

    /**
     * From now on so many a second are served, and after a rest as many at once as in two seconds; counts begin anew.
     */
    void cap(double perSecond) {
        fill();
        cap = perSecond;
        burst = 2 * perSecond;
        tokens = Math.min(tokens, burst);
        served = 0;
        refused = 0;
        lost = 0;
    }

    /** Lets so many seconds pass. */
    void pass(double seconds) {
        double end = now + seconds;
        while (!events.isEmpty() && events.peek().at() <= end) {
            Event event = events.poll();
            now = event.at();
            take(event.step());
        }
        now = end;
    }

    private void take(Step step) {
        switch (step) {
            case ASK -> ask();
            case ARRIVE -> arrive();
            case ANSWERED -> {
                limiter.leaveServed();
                later(0, Step.ASK);
                wake();
            }
            case REFUSED -> {
                limiter.leaveRefused(Duration.ofSeconds((long) PAUSE), BUSY);
                later(PAUSE, Step.ASK);
                wake();
            }
        }
    }

    private void ask() {
        Optional<Duration> turn = limiter.turn();
        if (turn.isEmpty()) {
            waiting.add(Step.ASK);
        } else if (turn.get().isZero()) {
            later(0.002, Step.ARRIVE);
        } else {
            later(turn.get().toNanos() / 1e9, Step.ASK);
        }
    }

    private void arrive() {
        fill();
        if (tokens < 1) {
            refused++;
            later(0.002, Step.REFUSED);
            return;
        }
        tokens--;
        served++;
        later(MEDIAN * Math.exp(SPREAD * chance.nextGaussian()), Step.ANSWERED);
    }

    private void fill() {
        double full = tokens + (now - filled) * cap;
        tokens = Math.min(burst, full);
        lost += full - tokens;
        filled = now;
    }

    private void wake() {
        for (int i = waiting.size(); i > 0; i--) {
            later(0, waiting.removeFirst());
        }
    }

    private void later(double seconds, Step step) {
        events.add(new Event(now + seconds, number++, step));
    }

    /**
     * What was served of what the cap allowed: what it did not allow to keep for later, and nobody asked for, is
     * lost.
     */
    double throughput() {
        fill();
        return served / (served + lost);
    }

    /** How many of the answers were refusals. */
    double refusedShare() {
        return (double) refused / (served + refused);
    }
}
