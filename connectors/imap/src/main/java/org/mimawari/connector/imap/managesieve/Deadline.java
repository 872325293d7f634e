package org.mimawari.connector.imap.managesieve;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Closes a socket when the time is up. A socket's own timeout counts from the last octet only, so a server that drips
 * would hold a session for ever.
 */
final class Deadline implements AutoCloseable {

    private final ScheduledExecutorService watchman;
    private final Socket socket;
    private volatile boolean over;

    Deadline(Socket socket) {
        this.socket = socket;
        this.watchman = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "managesieve-watchman");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** From now on so long and no longer, whatever was said before; a later call can only shorten it. */
    void in(Duration time) {
        watchman.schedule(() -> {
            over = true;
            shut(socket);
        }, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean isOver() {
        return over;
    }

    static void shut(Socket socket) {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            return;
        }
    }

    @Override
    public void close() {
        watchman.shutdownNow();
        shut(socket);
    }
}
