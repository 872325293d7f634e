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

    private static final double BURST = 2;

    private final long halvedAfter;
    private final LongAdder served = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private double perSecond;
    private double tokens;
    private double lost;
    private boolean isHalved;
    private long last;

    /** After a rest as many are served at once as else in two seconds. */
    public HiddenCap(double perSecond) {
        this(perSecond, Long.MAX_VALUE);
    }

    /** @param halvedAfter how many are served before the service has only half left for us */
    public HiddenCap(double perSecond, long halvedAfter) {
        this.perSecond = perSecond;
        this.halvedAfter = halvedAfter;
        this.tokens = perSecond * BURST;
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
        double full = tokens + (last == 0 ? 0 : (now - last) / 1e9 * perSecond);
        tokens = Math.min(perSecond * BURST, full);
        lost += full - tokens;
        last = now;
        if (!isHalved && served.sum() >= halvedAfter) {
            isHalved = true;
            perSecond /= 2;
            tokens = Math.min(perSecond * BURST, tokens);
        }
        if (tokens < 1) {
            return false;
        }
        tokens--;
        return true;
    }

    public long served() {
        return served.sum();
    }

    /** What was served of what the cap allowed since the first request: what nobody asked for in time is lost. */
    public synchronized double throughput() {
        return served.sum() / (served.sum() + lost);
    }

    /** How many of the answers were refusals. */
    public double refusedShare() {
        return (double) refused.sum() / (served.sum() + refused.sum());
    }
}
