package org.mimawari.announce.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mimawari.announce.net.Trust;
import org.mimawari.evidence.MailboxAddress;

/**
 * How mail leaves.
 *
 * @param login who signs in to the relay; empty for a relay that knows this host
 * @param limit how long one delivery may take in all
 */
public record MailSettings(String host, int port, Security security, Optional<Login> login, MailboxAddress from,
        List<MailboxAddress> to, Trust trust, Duration limit) {

    public static final Duration USUAL_LIMIT = Duration.ofSeconds(60);

    /** How the connection is protected. With {@code STARTTLS} nothing is said in clear where it is not offered. */
    public enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    /** An account of the relay's. */
    public record Login(String user, String password) {

        /** Never shows the password. */
        @Override
        public String toString() {
            return "Login[" + user + "]";
        }
    }

    public MailSettings {
        to = List.copyOf(to);
        if (to.isEmpty()) {
            throw new IllegalArgumentException("a mail channel needs somebody to write to");
        }
    }

    /** True for an address that a message header can name without SMTPUTF8 (RFC 5322 section 3.4.1). */
    public static boolean isWritable(MailboxAddress address) {
        try {
            new InternetAddress(address.text(), true).validate();
            return address.text().chars().allMatch(c -> c > ' ' && c < 0x7F);
        } catch (AddressException e) {
            return false;
        }
    }
}
