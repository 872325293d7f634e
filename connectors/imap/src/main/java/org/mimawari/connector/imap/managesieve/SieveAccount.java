package org.mimawari.connector.imap.managesieve;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.mimawari.evidence.MailboxAddress;

/**
 * Whose scripts to read and how to sign in for them.
 *
 * @param secret a password, or an access token for {@code XOAUTH2}
 * @param authorization the mailbox's name where {@code user} acts for it as an administrator (RFC 4616); a server that
 *     wants {@code user*master} gets that as {@code user}
 */
public record SieveAccount(
        MailboxAddress mailbox, Mechanism mechanism, String user, String secret, Optional<String> authorization) {

    /** SASL mechanisms (RFC 4616; Google's XOAUTH2; RFC 4422 appendix A). */
    public enum Mechanism { PLAIN, XOAUTH2, EXTERNAL }

    public static SieveAccount password(MailboxAddress mailbox, String user, String password, Optional<String> authorization) {
        return new SieveAccount(mailbox, Mechanism.PLAIN, user, password, authorization);
    }

    public static SieveAccount token(MailboxAddress mailbox, String user, String token) {
        return new SieveAccount(mailbox, Mechanism.XOAUTH2, user, token, Optional.empty());
    }

    /** Signs in by the client certificate of the TLS connection. */
    public static SieveAccount certificate(MailboxAddress mailbox) {
        return new SieveAccount(mailbox, Mechanism.EXTERNAL, mailbox.text(), "", Optional.empty());
    }

    /** The initial response in base64. */
    String initialResponse() {
        String response = switch (mechanism) {
            case PLAIN -> authorization.orElse("") + "\0" + user + "\0" + secret;
            case EXTERNAL -> user;
            case XOAUTH2 -> "user=" + user + "\1auth=Bearer " + secret + "\1\1";
        };
        return Base64.getEncoder().encodeToString(response.getBytes(StandardCharsets.UTF_8));
    }

    /** Never shows the secret. */
    @Override
    public String toString() {
        return mailbox.text();
    }
}
