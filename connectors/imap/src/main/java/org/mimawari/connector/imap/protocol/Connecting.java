package org.mimawari.connector.imap.protocol;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.mimawari.connector.ConnectionFailure;
import org.mimawari.connector.imap.protocol.ImapException.Problem;
import org.mimawari.connector.imap.protocol.Response.Status;

/**
 * Opens a connection, protected as the settings ask, before anything is said on it. The certificate and the host's name
 * are always checked; where STARTTLS was asked for and is not offered, nothing is sent.
 */
final class Connecting {

    private final Endpoint endpoint;
    private final Watch watch;

    Connecting(Endpoint endpoint, Watch watch) {
        this.endpoint = endpoint;
        this.watch = watch;
    }

    Connection open() throws ImapException {
        Socket plain = new Socket();
        try {
            connect(plain);
            return switch (endpoint.security()) {
                case NONE -> greeted(new Connection(plain, plain, watch, endpoint.timing()));
                case TLS -> greeted(new Connection(plain, encrypted(plain), watch, endpoint.timing()));
                case STARTTLS -> startTls(plain);
            };
        } catch (IOException e) {
            quietly(plain);
            throw Connection.broken(e, watch);
        } catch (ImapException e) {
            quietly(plain);
            throw e;
        }
    }

    private void connect(Socket plain) throws ImapException {
        try {
            long most = Math.min(endpoint.timing().connect().toMillis(), Math.max(1, watch.left().toMillis()));
            plain.connect(new InetSocketAddress(endpoint.host(), endpoint.port()), (int) most);
            plain.setTcpNoDelay(true);
            plain.setSoTimeout(millis(endpoint.timing().read()));
        } catch (IOException e) {
            throw new ImapException(Problem.UNREACHABLE, ConnectionFailure.find(e, endpoint.host(), endpoint.port())
                    .orElseGet(() -> "unreachable: " + ServerText.shown(String.valueOf(e.getMessage()))), e);
        }
    }

    private static Connection greeted(Connection connection) throws ImapException {
        Status greeting = connection.greeting();
        if (greeting.word().equals("BYE")) {
            throw new ImapException(Problem.LATER, "the server takes no connection now: " + ServerText.shown(greeting.text()));
        }
        // PREAUTH: the connection already speaks for somebody, and nobody can say for whom.
        if (!greeting.isOk()) {
            throw ServerInput.nonsense("a greeting of " + ServerText.shown(greeting.word()));
        }
        return connection;
    }

    /** RFC 9051 section 6.2.1. What the server says before TLS is forgotten; what it says behind its OK is refused. */
    private Connection startTls(Socket plain) throws IOException, ImapException {
        Connection clear = new Connection(plain, plain, watch, endpoint.timing());
        Status greeting = clear.greeting();
        if (greeting.word().equals("PREAUTH")) {
            throw notSecure("STARTTLS is not possible: the server says that somebody is signed in already");
        }
        if (!greeting.isOk()) {
            throw new ImapException(Problem.LATER, "the server takes no connection now: " + ServerText.shown(greeting.text()));
        }
        Status answer = clear.command(Command.of("STARTTLS"), Connection.LITTLE, any -> { });
        if (!answer.isOk()) {
            throw notSecure("the server does not offer STARTTLS; nothing was sent in clear");
        }
        if (clear.hasMore()) {
            throw notSecure("the server sent more behind STARTTLS, as somebody in between would");
        }
        return new Connection(plain, encrypted(plain), watch, endpoint.timing());
    }

    private SSLSocket encrypted(Socket plain) throws ImapException {
        try {
            return watch.within(endpoint.timing().read(), plain, () -> handshake(plain));
        } catch (SSLException e) {
            throw watch.rang() ? Connection.broken(e, watch) : new ImapException(Problem.NOT_SECURE,
                    ConnectionFailure.find(e, endpoint.host(), endpoint.port()).orElse("unreachable: TLS failed"), e);
        } catch (IOException e) {
            throw Connection.broken(e, watch);
        }
    }

    private SSLSocket handshake(Socket plain) throws IOException {
        SSLSocket secure = (SSLSocket) endpoint.trust().createSocket(plain, endpoint.certificateName(), endpoint.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    private static ImapException notSecure(String message) {
        return new ImapException(Problem.NOT_SECURE, message);
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            return;
        }
    }

    private static int millis(Duration duration) {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, duration.toMillis()));
    }
}
