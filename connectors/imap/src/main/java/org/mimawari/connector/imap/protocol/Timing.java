package org.mimawari.connector.imap.protocol;

import java.time.Duration;

/**
 * How long a server may take.
 *
 * @param connect until the connection stands
 * @param read without a single byte, and for the greeting and the TLS handshake as a whole
 * @param command for one command as a whole, however steadily it drips
 */
public record Timing(Duration connect, Duration read, Duration command) {

    public static final Timing USUAL = new Timing(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(120));
}
