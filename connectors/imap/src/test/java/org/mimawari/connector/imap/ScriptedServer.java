package org.mimawari.connector.imap;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** An IMAP server on loopback that is honest but for the commands a test answers in its own way. */
final class ScriptedServer implements AutoCloseable {

    static final String MESSAGE = "From: info@shop.example\r\nTo: a@partner.example\r\nSubject: hello\r\n"
            + "Date: Thu, 01 Oct 2026 09:00:00 +0900\r\nMessage-ID: <1@shop.example>\r\n\r\n";

    /** Answers one command; {@code tag} must end the answer. */
    interface Answer {
        void give(Peer peer, String tag, String arguments) throws IOException;
    }

    private final ServerSocket listener;
    private final Map<String, Answer> answers = new HashMap<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private String greeting = "* OK ready\r\n";

    private ScriptedServer(ServerSocket listener) {
        this.listener = listener;
    }

    static ScriptedServer honest() {
        try {
            return new ScriptedServer(new ServerSocket(0, 20, InetAddress.getLoopbackAddress())).withUsualAnswers();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Speaks on sockets of this listener, for example one with TLS. */
    static ScriptedServer on(ServerSocket listener) {
        return new ScriptedServer(listener).withUsualAnswers();
    }

    private ScriptedServer withUsualAnswers() {
        answer("CAPABILITY", "* CAPABILITY IMAP4rev1 SASL-IR AUTH=PLAIN\r\n");
        answer("LIST", "* LIST () \"/\" INBOX\r\n* LIST (\\Sent) \"/\" Sent\r\n");
        answer("EXAMINE", "* 1 EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n");
        answer("FETCH", fetched(1, MESSAGE));
        return this;
    }

    static String fetched(int number, String message) {
        return "* " + number + " FETCH (UID " + (100 + number) + " INTERNALDATE \" 1-Oct-2026 00:00:00 +0000\" RFC822.SIZE 900"
                + " BODY[HEADER]<0> {" + message.getBytes(StandardCharsets.UTF_8).length + "}\r\n" + message + ")\r\n";
    }

    ScriptedServer greets(String line) {
        greeting = line;
        return this;
    }

    /** Answers with these lines and OK. */
    ScriptedServer answer(String command, String lines) {
        return on(command, (peer, tag, arguments) -> peer.write(lines + tag + " OK done\r\n"));
    }

    /** Answers NO with this text. */
    ScriptedServer refuse(String command, String text) {
        return on(command, (peer, tag, arguments) -> peer.write(tag + " NO " + text + "\r\n"));
    }

    ScriptedServer on(String command, Answer answer) {
        answers.put(command, answer);
        return this;
    }

    ScriptedServer start() {
        Thread thread = new Thread(this::serve, "scripted-server");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    int port() {
        return listener.getLocalPort();
    }

    /** All lines that clients sent. */
    List<String> said() {
        return said;
    }

    long count(String words) {
        return said.stream().filter(line -> line.contains(words)).count();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                Thread thread = new Thread(() -> talk(socket), "scripted-talk");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            Peer peer = new Peer(socket);
            peer.write(greeting);
            for (String line = peer.line(); line != null; line = peer.line()) {
                said.add(line);
                String[] words = line.split(" ", 3);
                answers.getOrDefault(words[1].toUpperCase(Locale.ROOT), (p, tag, rest) -> p.write(tag + " OK done\r\n"))
                        .give(peer, words[0], words.length > 2 ? words[2] : "");
            }
        } catch (IOException gone) {
            return;
        }
    }

    /** The client's end of a connection. */
    final class Peer {

        private final BufferedReader in;
        private final OutputStream out;
        final Socket socket;

        Peer(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            this.out = socket.getOutputStream();
        }

        String line() throws IOException {
            return in.readLine();
        }

        /** A line that answers a challenge. */
        String reply() throws IOException {
            String line = in.readLine();
            said.add("> " + line);
            return line;
        }

        void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
