package org.mimawari.connector.imap.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.mimawari.connector.imap.protocol.Credentials.Certificate;
import org.mimawari.connector.imap.protocol.Credentials.Password;
import org.mimawari.connector.imap.protocol.Credentials.Token;
import org.mimawari.connector.imap.protocol.ImapException.Problem;
import org.mimawari.connector.imap.protocol.Response.Status;

/**
 * Signs in, once and by one mechanism: a second try with the same password only brings a lock-out nearer. What the server
 * does not offer is not tried.
 */
final class Authentication {

    private static final byte[] EMPTY = {};
    /** RFC 7628 section 3.2.3: a client answers the server's error with a single ^A. */
    private static final byte[] OAUTH_GIVES_UP = {1};

    private final Connection connection;
    private final Set<String> capabilities;
    private final Endpoint endpoint;
    private final Connection.Taker untagged;

    Authentication(Connection connection, Set<String> capabilities, Endpoint endpoint, Connection.Taker untagged) {
        this.connection = connection;
        this.capabilities = capabilities;
        this.endpoint = endpoint;
        this.untagged = untagged;
    }

    Status signIn(Credentials credentials) throws ImapException {
        if (credentials instanceof Password password) {
            return byPassword(password);
        }
        if (credentials instanceof Token token) {
            return byToken(token);
        }
        Certificate certificate = (Certificate) credentials;
        require("EXTERNAL");
        return authenticate("EXTERNAL", certificate.mailbox().getBytes(StandardCharsets.UTF_8), EMPTY);
    }

    private Status byPassword(Password password) throws ImapException {
        if (offers("PLAIN")) {
            String message = password.authorization().orElse("") + "\0" + password.user() + "\0" + password.password();
            return authenticate("PLAIN", message.getBytes(StandardCharsets.UTF_8), EMPTY);
        }
        if (password.authorization().isPresent()) {
            throw missing("SASL PLAIN, which a master user needs; 'master-separator' is the other way");
        }
        if (capabilities.contains("LOGINDISABLED")) {
            throw missing("any way to sign in with a password");
        }
        return connection.command(Command.of("LOGIN").string(password.user()).string(password.password()),
                Connection.LITTLE, untagged);
    }

    private Status byToken(Token token) throws ImapException {
        String bearer = "auth=Bearer " + token.token() + "\1\1";
        if (offers("OAUTHBEARER")) {
            String name = token.user().replace("=", "=3D").replace(",", "=2C");
            String message = "n,a=" + name + ",\1host=" + endpoint.host() + "\1port=" + endpoint.port() + "\1" + bearer;
            return authenticate("OAUTHBEARER", message.getBytes(StandardCharsets.UTF_8), OAUTH_GIVES_UP);
        }
        require("XOAUTH2");
        return authenticate("XOAUTH2", ("user=" + token.user() + "\1" + bearer).getBytes(StandardCharsets.UTF_8), EMPTY);
    }

    /** RFC 4959 saves a round trip where it is offered. A further challenge can only be an error, and gets {@code last}. */
    private Status authenticate(String mechanism, byte[] message, byte[] last) throws ImapException {
        byte[] encoded = Base64.getEncoder().encode(message);
        byte[] end = Base64.getEncoder().encode(last);
        boolean atOnce = capabilities.contains("SASL-IR");
        Command command = Command.of("AUTHENTICATE " + mechanism);
        if (atOnce) {
            command.words(" " + (encoded.length == 0 ? "=" : new String(encoded, StandardCharsets.US_ASCII)));
        }
        boolean[] given = {atOnce};
        return connection.command(command, Connection.LITTLE, untagged, challenge -> {
            byte[] answer = given[0] ? end : encoded;
            given[0] = true;
            return answer;
        });
    }

    private boolean offers(String mechanism) {
        return capabilities.contains("AUTH=" + mechanism);
    }

    private void require(String mechanism) throws ImapException {
        if (!offers(mechanism)) {
            throw missing("SASL " + mechanism);
        }
    }

    private static ImapException missing(String what) {
        return new ImapException(Problem.CREDENTIALS, "the server does not offer " + what + "; nothing was sent");
    }
}
