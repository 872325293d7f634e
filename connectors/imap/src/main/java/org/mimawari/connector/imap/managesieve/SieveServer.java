package org.mimawari.connector.imap.managesieve;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.Settings;

/**
 * Where filter scripts are managed, and how the connection is protected. There is no way to go without TLS.
 *
 * @param certificateName the name the server's certificate must bear; usually the host's
 * @param port 4190 (RFC 5804 section 1.8) unless the operator says otherwise
 */
public record SieveServer(String host, int port, Security security, String certificateName, Limits limits) {

    /** STARTTLS after the greeting, as RFC 5804 has it, or TLS from the first byte, as some servers offer. */
    public enum Security { STARTTLS, TLS }

    /**
     * What one session may take.
     *
     * @param session after this time the connection is closed, whatever the server is doing
     * @param scripts further scripts are counted and not read
     * @param bytes all that the server may send in a session
     */
    public record Limits(Duration connect, Duration read, Duration session, int scripts, long bytes) {

        public static final Limits USUAL =
                new Limits(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(120), 100, 32L << 20);
    }

    private static final int USUAL_PORT = 4190;

    /**
     * Reads {@code sieve-port} and {@code sieve-security} (starttls or tls); empty where {@code sieve: no} switches
     * filter scripts off.
     *
     * @throws ConnectorException with {@code USAGE} where a setting is malformed
     */
    public static Optional<SieveServer> of(Settings settings, String host) throws ConnectorException {
        int port = port(settings.find("sieve-port").orElse(String.valueOf(USUAL_PORT)));
        Security security = security(settings.find("sieve-security").orElse("starttls"));
        String wanted = settings.find("sieve").orElse("yes").toLowerCase(Locale.ROOT);
        return switch (wanted) {
            case "yes", "true" -> Optional.of(new SieveServer(host, port, security,
                    settings.find("certificate-name").orElse(host), Limits.USUAL));
            case "no", "false" -> Optional.empty();
            default -> throw new ConnectorException(Problem.USAGE, "'sieve' is yes or no, not '" + wanted + "'");
        };
    }

    private static int port(String text) throws ConnectorException {
        boolean sound = text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535 && Integer.parseInt(text) > 0;
        if (!sound) {
            throw new ConnectorException(Problem.USAGE, "'sieve-port' is a number from 1 to 65535, not '" + text + "'");
        }
        return Integer.parseInt(text);
    }

    private static Security security(String text) throws ConnectorException {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "starttls" -> Security.STARTTLS;
            case "tls" -> Security.TLS;
            default -> throw new ConnectorException(Problem.USAGE,
                    "'sieve-security' is starttls or tls, not '" + text + "'; filter scripts are never read in clear");
        };
    }
}
