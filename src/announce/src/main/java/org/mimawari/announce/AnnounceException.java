package org.mimawari.announce;

import java.time.Duration;
import java.util.Optional;

/** An announcement was not taken. The message names the channel's other side and what it said; never a secret. */
public final class AnnounceException extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;
    private final long retryAfterSeconds;

    private AnnounceException(String message, boolean retryable, Duration retryAfter) {
        super(message);
        this.retryable = retryable;
        this.retryAfterSeconds = retryAfter.toSeconds();
    }

    /** It may succeed later. */
    public static AnnounceException retryable(String message) {
        return new AnnounceException(message, true, Duration.ZERO);
    }

    public static AnnounceException retryable(String message, Throwable cause) {
        return because(retryable(message), cause);
    }

    /** It may succeed later; the other side asks to be left alone for so long. */
    public static AnnounceException retryableAfter(Duration pause, String message) {
        return new AnnounceException(message, true, pause);
    }

    /** It will never succeed as it is. */
    public static AnnounceException permanent(String message) {
        return new AnnounceException(message, false, Duration.ZERO);
    }

    public static AnnounceException permanent(String message, Throwable cause) {
        return because(permanent(message), cause);
    }

    public boolean isRetryable() {
        return retryable;
    }

    /** How long the other side asks to be left alone. */
    public Optional<Duration> retryAfter() {
        return retryAfterSeconds <= 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(retryAfterSeconds));
    }

    private static AnnounceException because(AnnounceException exception, Throwable cause) {
        exception.initCause(cause);
        return exception;
    }
}
