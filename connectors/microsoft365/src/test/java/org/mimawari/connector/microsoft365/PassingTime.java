package org.mimawari.connector.microsoft365;

import java.time.Duration;
import java.time.Instant;
import org.mimawari.live.Waiting;

/** Time that passes by as much as somebody wants to wait, at once. */
final class PassingTime implements Waiting {

    private Instant now;
    private Duration waited = Duration.ZERO;

    PassingTime(Instant now) {
        this.now = now;
    }

    @Override
    public synchronized Instant now() {
        return now;
    }

    @Override
    public synchronized void pause(Duration time) {
        now = now.plus(time);
        waited = waited.plus(time);
    }

    synchronized Duration waited() {
        return waited;
    }
}
