package org.mimawari.simulator.graph;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.LongAdder;

/**
 * A service under load: answers take their time, and only so many a second are served; the others are refused. Latency is
 * log-normal with a median of 80 ms, of which one in a hundred takes 400 ms.
 */
public final class HiddenCap implements GraphFault {

    private static final double MEDIAN = 80;
    private static final double SPREAD = 0.69;

    private final double perSecond;
    private final double most;
    private final LongAdder served = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private double tokens;
    private long last = System.nanoTime();

    /** @param burst how many are served at once after a pause */
    public HiddenCap(double perSecond, double burst) {
        this.perSecond = perSecond;
        this.most = burst;
        this.tokens = burst;
    }

    @Override
    public Optional<GraphReply> instead(GraphRequest request, GraphReply usual) {
        if (!request.list().startsWith("users/")) {
            return Optional.empty();
        }
        if (!take()) {
            refused.increment();
            return Optional.of(GraphReply.throttled("2"));
        }
        served.increment();
        double latency = MEDIAN * Math.exp(SPREAD * ThreadLocalRandom.current().nextGaussian());
        return Optional.of(usual.after(Duration.ofNanos((long) (latency * 1e6))));
    }

    private synchronized boolean take() {
        long now = System.nanoTime();
        tokens = Math.min(most, tokens + (now - last) / 1e9 * perSecond);
        last = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    public long served() {
        return served.sum();
    }

    public long refused() {
        return refused.sum();
    }
}
