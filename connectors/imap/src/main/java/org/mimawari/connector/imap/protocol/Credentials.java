package org.mimawari.connector.imap.protocol;

import java.util.Optional;

/** What an account signs in with. No text form ever shows a secret. */
public sealed interface Credentials {

    /**
     * A name and a password.
     *
     * @param authorization the mailbox, where {@code user} is an administrator acting for it (SASL PLAIN authorisation
     *     identity, RFC 4616)
     */
    record Password(String user, String password, Optional<String> authorization) implements Credentials {
        @Override
        public String toString() {
            return user;
        }
    }

    /** An OAuth 2.0 access token: OAUTHBEARER (RFC 7628) or XOAUTH2. */
    record Token(String user, String token) implements Credentials {
        @Override
        public String toString() {
            return user;
        }
    }

    /** The client certificate of the TLS connection: SASL EXTERNAL (RFC 4422 appendix A). */
    record Certificate(String mailbox) implements Credentials {}
}
