package org.mimawari.connector.imap.managesieve;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLSocket;

/** A ManageSieve server on loopback that says exactly what a test tells it to, over real TLS. */
final class ScriptedSieveServer implements AutoCloseable {

    static final String CLEAR = "\"IMPLEMENTATION\" \"test\"\r\n\"SASL\" \"\"\r\n\"STARTTLS\"\r\nOK \"ready\"\r\n";
    static final String SECURE = "\"IMPLEMENTATION\" \"test\"\r\n\"SASL\" \"PLAIN XOAUTH2\"\r\nOK \"TLS\"\r\n";

    /** What the client sent, in order; each line with its literals. */
    final List<String> heardInClear = new ArrayList<>();
    final List<String> heard = new ArrayList<>();
    private final Map<String, String> answers = new HashMap<>(Map.of("GREETING", CLEAR, "STARTTLS", "OK\r\n",
            "SECURE", SECURE, "AUTHENTICATE", "OK\r\n", "LISTSCRIPTS", "OK\r\n", "LOGOUT", "OK\r\n"));
    private final boolean implicitTls;
    private final ServerSocket listener;
    private final Thread thread;

    ScriptedSieveServer(boolean implicitTls) {
        this.implicitTls = implicitTls;
        try {
            listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        thread = new Thread(this::serve, "scripted-sieve");
        thread.setDaemon(true);
    }

    /** @param to a verb, a whole command line, {@code GREETING} or {@code SECURE} */
    ScriptedSieveServer says(String to, String answer) {
        answers.put(to, answer);
        return this;
    }

    ScriptedSieveServer start() {
        thread.start();
        return this;
    }

    int port() {
        return listener.getLocalPort();
    }

    private void serve() {
        try (Socket plain = listener.accept()) {
            if (!implicitTls) {
                say(plain, answers.get("GREETING"));
                if (!talk(plain, heardInClear)) {
                    return;
                }
            }
            SSLSocket secure = (SSLSocket) LoopbackTls.context().getSocketFactory().createSocket(plain, null, true);
            secure.setUseClientMode(false);
            say(secure, answers.get("SECURE"));
            talk(secure, heard);
        } catch (IOException clientIsGone) {
            return;
        }
    }

    /** True where the client asked for TLS and may have it. */
    private boolean talk(Socket socket, List<String> heardHere) throws IOException {
        InputStream in = socket instanceof SSLSocket ? new BufferedInputStream(socket.getInputStream()) : socket.getInputStream();
        while (true) {
            String line = line(in);
            heardHere.add(line);
            String verb = line.split(" ", 2)[0];
            String answer = answers.getOrDefault(line, answers.getOrDefault(verb, ""));
            say(socket, answer);
            if (verb.equals("STARTTLS") && answer.startsWith("OK") || verb.equals("LOGOUT")) {
                return verb.equals("STARTTLS");
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder whole = new StringBuilder();
        while (true) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("end");
                }
                line.write(c);
            }
            String text = line.toString(StandardCharsets.UTF_8).replaceFirst("\r$", "");
            whole.append(text);
            if (!text.endsWith("+}")) {
                return whole.toString();
            }
            int count = Integer.parseInt(text.substring(text.lastIndexOf('{') + 1, text.length() - 2));
            whole.append("\r\n").append(new String(in.readNBytes(count), StandardCharsets.UTF_8));
        }
    }

    private static void say(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
