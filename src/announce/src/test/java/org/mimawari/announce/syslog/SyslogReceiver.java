package org.mimawari.announce.syslog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ServerSocketFactory;

/** A syslog receiver on loopback that takes one connection and reads the frames on it. */
final class SyslogReceiver implements AutoCloseable {

    private final ServerSocket server;
    private final CompletableFuture<List<String>> messages = new CompletableFuture<>();

    private SyslogReceiver(ServerSocket server, Reading reading) {
        this.server = server;
        Thread thread = new Thread(() -> {
            try (Socket socket = server.accept()) {
                messages.complete(reading.of(socket));
            } catch (IOException e) {
                messages.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    private interface Reading {
        List<String> of(Socket socket) throws IOException;
    }

    static SyslogReceiver plain() {
        return reading(ServerSocketFactory.getDefault(), SyslogReceiver::frames);
    }

    static SyslogReceiver reading(ServerSocketFactory factory) {
        return reading(factory, SyslogReceiver::frames);
    }

    /** It throws the connection away, with a reset. */
    static SyslogReceiver resetting() {
        return reading(ServerSocketFactory.getDefault(), socket -> {
            socket.getInputStream().read();
            socket.setSoLinger(true, 0);
            return List.of();
        });
    }

    /** It hangs up at once, politely. */
    static SyslogReceiver hangingUp() {
        return reading(ServerSocketFactory.getDefault(), socket -> {
            socket.shutdownOutput();
            return frames(socket);
        });
    }

    private static SyslogReceiver reading(ServerSocketFactory factory, Reading reading) {
        try {
            return new SyslogReceiver(factory.createServerSocket(0, 5, InetAddress.getLoopbackAddress()), reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    List<String> messages() throws ExecutionException, InterruptedException, TimeoutException {
        return messages.get(20, TimeUnit.SECONDS);
    }

    private static List<String> frames(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        List<String> frames = new ArrayList<>();
        for (int c = in.read(); c >= 0; c = in.read()) {
            int length = 0;
            for (; c != ' '; c = in.read()) {
                length = length * 10 + Character.digit(c, 10);
            }
            frames.add(new String(in.readNBytes(length), StandardCharsets.UTF_8));
        }
        return frames;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
