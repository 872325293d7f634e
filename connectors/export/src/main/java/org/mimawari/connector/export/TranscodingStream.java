package org.mimawari.connector.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/** Re-encodes characters as UTF-8, a block at a time. */
final class TranscodingStream extends InputStream {

    private final Reader reader;
    private final char[] chars = new char[8192];
    private byte[] bytes = new byte[0];
    private int next;
    private boolean pendingHigh;
    private char high;

    TranscodingStream(Reader reader) {
        this.reader = reader;
    }

    @Override
    public int read() throws IOException {
        return fill() ? bytes[next++] & 255 : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - next);
        System.arraycopy(bytes, next, target, offset, count);
        next += count;
        return count;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private boolean fill() throws IOException {
        while (next >= bytes.length) {
            int start = pendingHigh ? 1 : 0;
            chars[0] = high;
            int count = reader.read(chars, start, chars.length - start);
            if (count < 0) {
                return false;
            }
            int end = start + count;
            pendingHigh = Character.isHighSurrogate(chars[end - 1]);
            high = chars[end - 1];
            bytes = new String(chars, 0, pendingHigh ? end - 1 : end).getBytes(StandardCharsets.UTF_8);
            next = 0;
        }
        return true;
    }
}
