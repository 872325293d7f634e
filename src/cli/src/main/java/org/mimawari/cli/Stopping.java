package org.mimawari.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits between rounds, until the time has come or the process is asked to stop; a round that runs is ended first. */
interface Stopping {

    /** Waits until that moment; false where the process is to stop. */
    boolean waitUntil(Instant moment);

    /** To be called when no round will follow. */
    default void ended() {}

    /** Stops when the process is asked to, by SIGTERM or from the keyboard. */
    final class OnSignal implements Stopping {

        private static final long LONGEST_SLEEP_MILLIS = 60_000;
        private static final Duration FOR_A_ROUND = Duration.ofMinutes(10);

        private final Clock clock;
        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);

        OnSignal(Clock clock) {
            this.clock = clock;
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        }

        /** The wall clock may be set while we sleep: it is looked at once a minute. */
        @Override
        public boolean waitUntil(Instant moment) {
            try {
                while (clock.instant().isBefore(moment)) {
                    long left = Duration.between(clock.instant(), moment).toMillis();
                    if (asked.await(Math.max(1, Math.min(left, LONGEST_SLEEP_MILLIS)), TimeUnit.MILLISECONDS)) {
                        return false;
                    }
                }
                return asked.getCount() > 0;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        @Override
        public void ended() {
            ended.countDown();
        }

        private void stop() {
            asked.countDown();
            try {
                ended.await(FOR_A_ROUND.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
