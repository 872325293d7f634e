package org.mimawari.realmail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLSocketFactory;

/** A conversation with a server, line by line, as an intruder's or a person's client leads it. */
final class Talk implements AutoCloseable {

    private final SSLSocketFactory trust;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    Talk(int port, SSLSocketFactory trust) throws IOException {
        this.trust = trust;
        this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(60_000);
        socket.setTcpNoDelay(true);
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    void encrypt() throws IOException {
        socket = trust.createSocket(socket, "127.0.0.1", socket.getPort(), true);
        in = new BufferedInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the server hung up");
            }
            line.write(b);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    /** Reads until a line begins with one of these words. */
    String until(String... words) throws IOException {
        while (true) {
            String line = line();
            for (String word : words) {
                if (line.startsWith(word)) {
                    return line;
                }
            }
        }
    }

    /** Sends a line and reads until a line begins with what is expected; a refusal ends the test. */
    void expect(String command, String good, String... bad) throws IOException {
        write(command + "\r\n");
        String[] ends = new String[bad.length + 1];
        ends[0] = good;
        System.arraycopy(bad, 0, ends, 1, bad.length);
        String end = until(ends);
        if (!end.startsWith(good)) {
            throw new IOException("the server answered " + end + " to " + command);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
