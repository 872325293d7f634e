package org.mimawari.live;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** Time as the connector spends it; tests let it pass without waiting. */
public interface Waiting {

    Waiting REAL = new Waiting() {
        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            LockSupport.parkNanos(this, time.toNanos());
        }
    };

    Instant now();

    /** Waits for about that long, or less. */
    void pause(Duration time) throws InterruptedException;
}
