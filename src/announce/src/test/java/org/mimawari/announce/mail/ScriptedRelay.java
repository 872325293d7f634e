package org.mimawari.announce.mail;

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
import javax.net.ssl.SSLSocket;
import org.mimawari.announce.net.LoopbackCertificate;

/** An SMTP server on loopback that answers as scripted and remembers every line it was sent. */
final class ScriptedRelay implements AutoCloseable {

    final List<String> lines = new CopyOnWriteArrayList<>();
    private final ServerSocket server;
    private final MailSettings.Security security;
    private final LoopbackCertificate certificate;
    private final Map<String, String> answers = new HashMap<>(Map.of("EHLO", "250-localhost\r\n250 AUTH PLAIN",
            "AUTH", "235 ok", "MAIL", "250 ok", "RCPT", "250 ok", "DATA", "354 go on", ".", "250 taken", "QUIT",
                    "221 bye"));

    private ScriptedRelay(MailSettings.Security security, LoopbackCertificate certificate) throws IOException {
        this.server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        this.security = security;
        this.certificate = certificate;
    }

    static ScriptedRelay of(MailSettings.Security security, LoopbackCertificate certificate) {
        try {
            return new ScriptedRelay(security, certificate);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param command the beginning of the line it answers: a verb, or more */
    ScriptedRelay answering(String command, String answer) {
        answers.put(command, answer);
        return this;
    }

    ScriptedRelay started() {
        Thread thread = new Thread(this::serve);
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    int port() {
        return server.getLocalPort();
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                converse(security == MailSettings.Security.TLS ? encrypted(socket) : socket);
            } catch (IOException ended) {
                continue;
            }
        }
    }

    private void converse(Socket socket) throws IOException {
        say(socket, "220 relay");
        answer(socket);
    }

    private void answer(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        boolean inData = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            lines.add(line);
            if (inData && !line.equals(".")) {
                continue;
            }
            if (line.equals("STARTTLS") && security == MailSettings.Security.STARTTLS) {
                say(socket, "220 go on");
                answer(encrypted(socket));
                return;
            }
            inData = line.equals("DATA");
            say(socket, answer(line));
        }
    }

    private String answer(String line) {
        return answers.entrySet().stream().filter(each -> line.startsWith(each.getKey()))
                .max((a, b) -> a.getKey().length() - b.getKey().length()).map(Map.Entry::getValue)
                .orElseGet(() -> "502 " + line.toLowerCase(Locale.ROOT));
    }

    private Socket encrypted(Socket socket) throws IOException {
        SSLSocket secure = (SSLSocket) certificate.server().getSocketFactory()
                .createSocket(socket, "localhost", socket.getPort(), true);
        secure.setUseClientMode(false);
        secure.startHandshake();
        return secure;
    }

    private static void say(Socket socket, String line) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
