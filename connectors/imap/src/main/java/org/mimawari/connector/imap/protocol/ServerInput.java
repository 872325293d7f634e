package org.mimawari.connector.imap.protocol;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The bytes of a server, cut into lines and literals (RFC 9051 section 4.3). Nothing is allocated because the server
 * announces it: a literal is kept up to {@value #KEPT} bytes, and the rest passed over within what the command may bring.
 */
final class ServerInput {

    static final int LONGEST_LINE = 1 << 20;
    static final int KEPT = 1 << 20;
    private static final int BUFFER = 32 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int end;
    private long allowed;
    private long connection;

    /** @param connection the most bytes that this connection may bring */
    ServerInput(InputStream in, long connection) {
        this.in = in;
        this.connection = connection;
    }

    /** How many bytes the answers to the next command may have. */
    void allow(long bytes) {
        allowed = bytes;
    }

    /** True where bytes came that nobody asked for yet. */
    boolean hasMore() throws IOException {
        return at < end || in.available() > 0;
    }

    /** Appends one line without its end. */
    void line(ByteArrayOutputStream line) throws IOException, ImapException {
        boolean ended = false;
        while (!ended) {
            fill();
            int stop = lineFeed();
            ended = stop < end;
            spend(stop - at + (ended ? 1 : 0));
            line.write(buffer, at, stop - at);
            at = ended ? stop + 1 : stop;
            if (line.size() > LONGEST_LINE) {
                throw nonsense("a line of more than " + LONGEST_LINE + " bytes");
            }
        }
    }

    /** Reads a literal of the announced size. */
    byte[] literal(long size) throws IOException, ImapException {
        if (size > allowed) {
            throw nonsense("a literal of " + size + " bytes, which is more than was asked for");
        }
        byte[] kept = new byte[(int) Math.min(size, KEPT)];
        int filled = 0;
        for (long left = size; left > 0; ) {
            fill();
            int count = (int) Math.min(left, end - at);
            int keep = Math.min(count, kept.length - filled);
            System.arraycopy(buffer, at, kept, filled, keep);
            filled += keep;
            spend(count);
            at += count;
            left -= count;
        }
        return kept;
    }

    private int lineFeed() {
        int i = at;
        while (i < end && buffer[i] != '\n') {
            i++;
        }
        return i;
    }

    private void fill() throws IOException {
        if (at == end) {
            at = 0;
            end = Math.max(0, in.read(buffer, 0, buffer.length));
            if (end == 0) {
                throw new EOFException("the server closed the connection");
            }
        }
    }

    private void spend(int bytes) throws ImapException {
        allowed -= bytes;
        connection -= bytes;
        if (allowed < 0 || connection < 0) {
            throw nonsense("more than was asked for");
        }
    }

    static ImapException nonsense(String what) {
        return new ImapException(ImapException.Problem.NONSENSE, "the server sent " + what);
    }

    /** Forgets what was read of secrets or mail. */
    void clear() {
        Arrays.fill(buffer, (byte) 0);
        at = 0;
        end = 0;
    }
}
