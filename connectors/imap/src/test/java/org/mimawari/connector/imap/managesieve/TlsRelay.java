package org.mimawari.connector.imap.managesieve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLServerSocketFactory;

/** Puts TLS in front of a server that speaks in clear, so that what it says behind TLS can be tried. */
final class TlsRelay implements AutoCloseable {

    private final ServerSocket listener;
    private final int target;

    TlsRelay(int target) throws IOException {
        this.target = target;
        SSLServerSocketFactory factory = LoopbackTls.context().getServerSocketFactory();
        this.listener = factory.createServerSocket(0, 10, InetAddress.getLoopbackAddress());
        background(this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    private void serve() {
        try (Socket client = listener.accept(); Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            background(() -> pump(client, server));
            pump(server, client);
        } catch (IOException oneSideIsGone) {
            return;
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException oneSideIsGone) {
            return;
        }
    }

    private static void background(Runnable work) {
        Thread thread = new Thread(work, "tls-relay");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
