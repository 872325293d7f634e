package org.mimawari.connector.imap.managesieve;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.mimawari.connector.ConnectionFailure;

/**
 * An encrypted connection to a ManageSieve server. The certificate and the host's name are always checked; where TLS
 * does not come about, nothing but {@code STARTTLS} was sent. Closes by itself when the session's time is up.
 */
final class SieveConnection implements AutoCloseable {

    private static final Duration FAREWELL = Duration.ofSeconds(2);
    private static final long MOST_IN_CLEAR = 64 * 1024;
    private static final int MOST_CHALLENGES = 3;

    private final SieveServer server;
    private final Wire wire;
    private final Deadline deadline;

    private SieveConnection(SieveServer server, Wire wire, Deadline deadline) {
        this.server = server;
        this.wire = wire;
        this.deadline = deadline;
    }

    static SieveConnection open(SieveServer server, SSLSocketFactory trust) throws IOException {
        Socket plain = new Socket();
        Deadline deadline = new Deadline(plain);
        try {
            deadline.in(server.limits().session());
            plain.connect(new InetSocketAddress(server.host(), server.port()), millis(server.limits().connect()));
            plain.setSoTimeout(millis(server.limits().read()));
            if (server.security() == SieveServer.Security.STARTTLS) {
                startTls(plain);
            }
            return new SieveConnection(server, new Wire(encrypted(plain, server, trust), server.limits().bytes()), deadline);
        } catch (IOException e) {
            deadline.close();
            throw deadline.isOver() || e instanceof SieveRefusal ? explained(e, deadline)
                    : ConnectionFailure.find(e, server.host(), server.port()).map(SieveRefusal::new)
                    .map(IOException.class::cast).orElseGet(() -> explained(e, deadline));
        }
    }

    /** RFC 5804 section 2.2. What was said before TLS, somebody in between may have said, so it is forgotten. */
    private static void startTls(Socket plain) throws IOException {
        Wire clear = new Wire(plain, MOST_IN_CLEAR);
        Answer greeting = clear.answer().orRefuse("the server does not serve us");
        boolean offered = greeting.lines().stream().anyMatch(line -> line.get(0).text().equalsIgnoreCase("STARTTLS"));
        if (!offered) {
            throw new SieveRefusal("the server does not offer STARTTLS; nothing was sent in clear");
        }
        clear.send(Verb.STARTTLS);
        clear.answer().orRefuse("the server refused STARTTLS; nothing was sent in clear");
        if (clear.reader().hasPending()) {
            throw new SieveRefusal("the server sent more behind STARTTLS, as somebody in between would");
        }
    }

    private static SSLSocket encrypted(Socket plain, SieveServer server, SSLSocketFactory trust) throws IOException {
        SSLSocket secure = (SSLSocket) trust.createSocket(plain, server.certificateName(), server.port(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    /** Signs in once; a refusal is final, as a second attempt may lock the account. */
    void signIn(SieveAccount account) throws IOException {
        try {
            Answer capabilities = wire.answer().orRefuse("the server does not serve us");
            if (!offers(capabilities, account.mechanism().name())) {
                throw new SieveRefusal("the server does not offer to sign in by " + account.mechanism());
            }
            wire.send(Verb.AUTHENTICATE, account.mechanism().name(), account.initialResponse());
            signedIn(account).orRefuse("the server refused the sign-in");
        } catch (IOException e) {
            throw explained(e, deadline);
        }
    }

    /** The mechanisms are those named after TLS; before it a server offers none, or fewer. */
    private static boolean offers(Answer capabilities, String mechanism) {
        return capabilities.lines().stream().filter(line -> line.size() > 1 && line.get(0).text().equalsIgnoreCase("SASL"))
                .anyMatch(line -> Arrays.asList(line.get(1).text().toUpperCase(Locale.ROOT).split(" ")).contains(mechanism));
    }

    /** A challenge after all was said is an error message (XOAUTH2) or a mistake: it gets an empty answer, or an end. */
    private Answer signedIn(SieveAccount account) throws IOException {
        String reply = account.mechanism() == SieveAccount.Mechanism.XOAUTH2 ? "" : "*";
        for (int round = 0; round <= MOST_CHALLENGES; round++) {
            List<Item> line = wire.reader().line();
            if (Answer.ending(line).isPresent()) {
                return Answer.of(Answer.ending(line).get(), line);
            }
            wire.reply(reply);
        }
        throw new SieveRefusal("the server asked for more and more to sign in");
    }

    ListedScripts scripts() throws IOException {
        try {
            ListedScripts scripts = new ListedScripts(server.limits().scripts());
            wire.send(Verb.LISTSCRIPTS);
            wire.answer(scripts::take).orRefuse("the server did not list the scripts");
            return scripts;
        } catch (IOException e) {
            throw explained(e, deadline);
        }
    }

    /** The script's text, or the server's refusal to give it; the session goes on after a refusal. */
    FetchedScript script(Item name) throws IOException {
        try {
            wire.send(Verb.GETSCRIPT, name.octets());
            return FetchedScript.of(wire.answer());
        } catch (IOException e) {
            throw explained(e, deadline);
        }
    }

    /** Says good-bye, as some servers fall over where nobody does; waits for the answer only a moment. */
    @Override
    public void close() {
        deadline.in(FAREWELL);
        try {
            wire.send(Verb.LOGOUT);
            wire.answer();
        } catch (IOException alreadyBroken) {
            deadline.close();
        }
        deadline.close();
    }

    private static IOException explained(IOException e, Deadline deadline) {
        if (deadline.isOver()) {
            return new SieveRefusal("the session took longer than it may");
        }
        if (e instanceof SieveRefusal) {
            return e;
        }
        if (e instanceof SocketTimeoutException) {
            return new SieveRefusal("the server did not answer in time");
        }
        return new SieveRefusal(e instanceof SSLException ? "TLS did not come about: " + e.getClass().getSimpleName()
                : "the server could not be reached: " + e.getClass().getSimpleName());
    }

    private static int millis(Duration duration) {
        return (int) Math.min(Integer.MAX_VALUE, duration.toMillis());
    }
}
