package org.mimawari.connector.imap.protocol;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * The time one mailbox may take in all. An alarm closes the connection: time-outs of a socket count from the last byte
 * only, so a server that drips would hold us for ever.
 */
public final class Watch {

    private final ScheduledExecutorService watchman;
    private final long end;
    private volatile boolean rang;

    public Watch(ScheduledExecutorService watchman, Duration whole) {
        this.watchman = watchman;
        this.end = System.nanoTime() + whole.toNanos();
    }

    /** Something that may wait for the server. */
    interface Step<T> {
        T take() throws IOException, ImapException;
    }

    public Duration left() {
        return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
    }

    /** True once an alarm went off. */
    boolean rang() {
        return rang;
    }

    /** Takes a step; closes the target where it lasts longer than this, or than the mailbox's time. */
    <T> T within(Duration most, Closeable target, Step<T> step) throws IOException, ImapException {
        rang = false;
        long nanos = Math.min(most.toNanos(), left().toNanos());
        ScheduledFuture<?> bell = watchman.schedule(() -> ring(target), nanos, TimeUnit.NANOSECONDS);
        try {
            return step.take();
        } finally {
            bell.cancel(false);
        }
    }

    private void ring(Closeable target) {
        rang = true;
        try {
            target.close();
        } catch (IOException alreadyClosed) {
            rang = true;
        }
    }
}
