package org.mimawari.connector.imap;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Watches an IMAP server's answers (RFC 9051 section 4.3) and breaks off before a library would take what no honest
 * server sends: a literal or a line of more than {@value #LONGEST} bytes, or more bytes than the connection may carry.
 */
final class CappedImapStream extends FilterInputStream {

    static final int LONGEST = 1 << 20;
    private static final int LONGEST_NUMBER = 20;

    private long left;
    private long literal;
    private int line;
    private final StringBuilder number = new StringBuilder();
    private boolean inBraces;
    private boolean closed;

    CappedImapStream(InputStream in, long most) {
        super(in);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        if (value >= 0) {
            spend(1);
            watch(value);
        }
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        if (count > 0) {
            spend(count);
            for (int i = offset; i < offset + count; i++) {
                watch(target[i] & 255);
            }
        }
        return count;
    }

    private void spend(int bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new IOException("the server sent more than this connection may carry");
        }
    }

    private void watch(int c) throws IOException {
        if (literal > 0) {
            literal--;
            return;
        }
        if (c == '\n') {
            literal = closed ? announced() : 0;
            line = 0;
            forget();
            return;
        }
        if (++line > LONGEST) {
            throw new IOException("the server sent a line of more than " + LONGEST + " bytes");
        }
        brace(c);
    }

    /** Notes a {@code {123}} that may turn out to stand at the end of the line. */
    private void brace(int c) {
        if (c == '{') {
            forget();
            inBraces = true;
        } else if (inBraces && c == '}') {
            inBraces = false;
            closed = true;
        } else if (inBraces && number.length() < LONGEST_NUMBER) {
            number.append((char) c);
        } else if (c != '\r') {
            forget();
        }
    }

    private long announced() throws IOException {
        String text = number.toString().replace("+", "");
        boolean sound = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!sound || Long.parseLong(text) > LONGEST) {
            throw new IOException("the server announced a literal that is too large or no number");
        }
        return Long.parseLong(text);
    }

    private void forget() {
        number.setLength(0);
        inBraces = false;
        closed = false;
    }
}
