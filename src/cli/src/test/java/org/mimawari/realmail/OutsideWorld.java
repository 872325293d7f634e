package org.mimawari.realmail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** All other mail servers in one: takes every message, but knows nobody whose name begins with {@code nobody}. */
final class OutsideWorld implements AutoCloseable {

    private final ServerSocket listener;

    OutsideWorld() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::serve);
    }

    int port() {
        return listener.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "outside-world");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                start(() -> talk(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void talk(Socket socket) {
        try (socket; BufferedReader in = new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = socket.getOutputStream();
            say(out, "220 outside.test");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String command = line.toUpperCase(Locale.ROOT);
                if (command.startsWith("DATA")) {
                    say(out, "354 go on");
                    for (String text = in.readLine(); text != null && !text.equals("."); text = in.readLine()) {
                        continue;
                    }
                }
                say(out, answer(command));
            }
        } catch (IOException gone) {
            return;
        }
    }

    private static String answer(String command) {
        if (command.startsWith("RCPT TO:<NOBODY")) {
            return "550 5.1.1 user unknown";
        }
        return command.startsWith("QUIT") ? "221 bye" : "250 2.0.0 OK";
    }

    private static void say(OutputStream out, String line) {
        try {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
