package org.mimawari.connector.imap;

import java.util.Optional;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.imap.protocol.Credentials;

/**
 * How all accounts of a server sign in.
 *
 * @param master an administrator who may open every mailbox; {@code password} is then this administrator's
 * @param separator where the server wants {@code mailbox*master} for a user name in place of an authorisation identity
 * @param certificate true to sign in by the client certificate where there is neither password nor token
 */
record SignInWay(
        Optional<String> master, Optional<String> separator, Optional<String> password, Optional<String> token,
        boolean certificate) {

    /** @param own this account's own password */
    Credentials credentials(String user, Optional<String> own, String where) throws ConnectorException {
        if (token.isPresent() && own.isEmpty()) {
            return new Credentials.Token(user, token.get());
        }
        Optional<String> secret = own.or(() -> password);
        if (secret.isEmpty() && certificate) {
            return new Credentials.Certificate(user);
        }
        String known = secret.orElseThrow(() -> new ConnectorException(Problem.USAGE,
                "the setting 'password' is missing, and " + where + " names none"));
        if (master.isEmpty() || own.isPresent()) {
            return new Credentials.Password(user, known, Optional.empty());
        }
        return separator.isPresent()
                ? new Credentials.Password(user + separator.get() + master.get(), known, Optional.empty())
                : new Credentials.Password(master.get(), known, Optional.of(user));
    }

    /** Never shows a secret. */
    @Override
    public String toString() {
        return "SignInWay" + master;
    }
}
