package org.mimawari.live;

import java.util.concurrent.atomic.LongAdder;

/** Counts what a round costs: requests, refused ones, and bytes that came. Safe for several threads. */
public final class Tally {

    private final LongAdder requests = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder bytes = new LongAdder();

    /** An answer came; one of 429 or 503 asks to come back later. */
    public void answered(int status, int length) {
        requests.increment();
        bytes.add(length);
        if (status == 429 || status == 503) {
            refused.increment();
        }
    }

    /** No answer came. */
    public void failed() {
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
