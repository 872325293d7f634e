package org.mimawari.announce.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.mimawari.connector.ConnectionFailure;
import org.mimawari.report.wording.VisibleText;

/**
 * A connection to a host that ends, whatever the other side does, after a fixed time. Under TLS the certificate and the
 * host's name are always checked.
 */
public final class Line implements AutoCloseable {

    private static final Duration TO_CONNECT = Duration.ofSeconds(15);
    private static final int LONGEST_REASON = 200;

    private final String host;
    private final int port;
    private volatile Socket socket = new Socket();
    private final Timer timer = new Timer("mimawari-line", true);
    private final Duration limit;
    private volatile boolean isOverdue;

    private Line(String host, int port, Duration limit) {
        this.host = host;
        this.port = port;
        this.limit = limit;
    }

    /** @param limit how long the connection may last in all */
    public static Line open(String host, int port, Duration limit) throws IOException {
        Line line = new Line(host, port, limit);
        try {
            line.connect();
            return line;
        } catch (IOException e) {
            line.close();
            throw e;
        }
    }

    private void connect() throws IOException {
        timer.schedule(new TimerTask() {
            @Override
            public void run() {
                isOverdue = true;
                quietly(socket);
            }
        }, limit.toMillis());
        InetAddress[] addresses = InetAddress.getAllByName(host);
        for (int i = 0; i < addresses.length - 1; i++) {
            try {
                connect(addresses[i], addresses.length);
                return;
            } catch (IOException e) {
                // Many hosts have an address of a kind that does not work from here; another one may.
                quietly(socket);
                socket = new Socket();
            }
        }
        connect(addresses[addresses.length - 1], addresses.length);
    }

    private void connect(InetAddress address, int addresses) throws IOException {
        long most = Math.max(1, Math.min(limit.toMillis() / addresses, TO_CONNECT.toMillis()));
        // It bears the configured name: a certificate is checked against that and nothing else.
        InetAddress named = InetAddress.getByAddress(host, address.getAddress());
        socket.connect(new InetSocketAddress(named, port), (int) most);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout((int) limit.toMillis());
    }

    public Socket socket() {
        return socket;
    }

    /** The same connection under TLS. */
    public SSLSocket encrypted(Trust trust) throws IOException {
        SSLSocket secure = (SSLSocket) trust.context().getSocketFactory()
                .createSocket(socket, host, socket.getPort(), true);
        SSLParameters parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }

    /** What went wrong, as one harmless line. */
    public String reason(Throwable e) {
        return isOverdue ? "it took longer than " + limit.toSeconds() + " s" : describe(e);
    }

    /** Why the connection failed, or else what did not come about on it, and what went wrong. */
    public String failure(String what, Throwable e) {
        return isOverdue ? what + ": " + reason(e) : failure(what, e, host, port);
    }

    /** As {@link #failure(String, Throwable)}, where there is no line to that host. */
    public static String failure(String what, Throwable e, String host, int port) {
        return ConnectionFailure.find(e, host, port).orElseGet(() -> what + ": " + describe(e));
    }

    public static String describe(Throwable e) {
        Throwable root = e;
        for (int i = 0; i < 5 && root.getCause() != null; i++) {
            root = root.getCause();
        }
        String message = VisibleText.of(String.valueOf(root.getMessage()), LONGEST_REASON);
        return root.getMessage() == null ? root.getClass().getSimpleName() : message;
    }

    @Override
    public void close() {
        timer.cancel();
        quietly(socket);
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException closed) {
            return;
        }
    }
}
