package org.mimawari.connector.microsoft365.graph;

import java.util.concurrent.atomic.LongAdder;

/** Counts what a round costs: requests, refused ones, and bytes that came. Safe for several threads. */
public final class Tally {

    private final LongAdder requests = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    void answered(int status, int length) {
        requests.increment();
        bytes.add(length);
        if (status == 429 || status == 503) {
            refused.increment();
        }
    }

    void failed() {
        requests.increment();
    }

    public long requests() {
        return requests.sum();
    }

    /** Answers that asked to come back later. */
    public long refused() {
        return refused.sum();
    }

    public long bytes() {
        return bytes.sum();
    }
}
