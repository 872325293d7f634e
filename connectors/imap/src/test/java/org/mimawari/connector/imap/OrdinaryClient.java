package org.mimawari.connector.imap;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.mimawari.connector.imap.protocol.Trust;

/** Puts mail, rights and scripts on a test server as the owner's own client would. */
final class OrdinaryClient implements AutoCloseable {

    private Socket socket;
    private BufferedReader in;
    private OutputStream out;

    private OrdinaryClient(Socket socket) throws IOException {
        talkOn(socket);
    }

    private void talkOn(Socket other) throws IOException {
        socket = other;
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        out = socket.getOutputStream();
    }

    static OrdinaryClient imap(int port, Path authority, String user, String password) throws IOException {
        OrdinaryClient client = new OrdinaryClient(trust(authority).createSocket("127.0.0.1", port));
        client.until("* OK");
        client.tell("LOGIN " + user + " " + password);
        return client;
    }

    static OrdinaryClient sieve(int port, Path authority, String user, String password) throws IOException {
        OrdinaryClient client = new OrdinaryClient(new Socket("127.0.0.1", port));
        client.until("OK");
        client.write("STARTTLS\r\n");
        client.until("OK");
        client.talkOn(trust(authority).createSocket(client.socket, "127.0.0.1", port, true));
        client.until("OK");
        client.askSieve("AUTHENTICATE \"PLAIN\" \"" + Base64.getEncoder().encodeToString(("\0" + user + "\0" + password)
                .getBytes(StandardCharsets.UTF_8)) + "\"");
        return client;
    }

    private static SSLSocketFactory trust(Path authority) throws IOException {
        return new Trust(Optional.of(authority), Optional.empty(), "").socketFactory();
    }

    /** Gives one IMAP command and returns what the server said to it. */
    List<String> tell(String command) throws IOException {
        write("t " + command + "\r\n");
        List<String> lines = until("t ");
        if (!lines.get(lines.size() - 1).startsWith("t OK")) {
            throw new IOException(command + ": " + lines);
        }
        return lines;
    }

    void append(String folder, String flags, String message) throws IOException {
        byte[] bytes = message.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        write("t APPEND " + folder + " (" + flags + ") {" + bytes.length + "}\r\n");
        until("+");
        out.write(bytes);
        write("\r\n");
        until("t OK");
    }

    void script(String name, String text) throws IOException {
        askSieve("PUTSCRIPT \"" + name + "\" {" + text.getBytes(StandardCharsets.UTF_8).length + "+}\r\n" + text);
        askSieve("SETACTIVE \"" + name + "\"");
        askSieve("LOGOUT");
    }

    private void askSieve(String command) throws IOException {
        write(command + "\r\n");
        String end = "";
        while (!end.startsWith("OK")) {
            end = line();
            if (end.startsWith("NO")) {
                throw new IOException(command + ": " + end);
            }
        }
    }

    private List<String> until(String beginning) throws IOException {
        List<String> lines = new ArrayList<>();
        do {
            lines.add(line());
        } while (!lines.get(lines.size() - 1).startsWith(beginning));
        return lines;
    }

    private String line() throws IOException {
        String line = in.readLine();
        if (line == null) {
            throw new EOFException("the server hung up");
        }
        return line;
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
