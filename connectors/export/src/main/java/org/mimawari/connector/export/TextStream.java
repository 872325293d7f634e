package org.mimawari.connector.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Brings UTF-16 and marked UTF-8 files to plain UTF-8; every other encoding passes unchanged. */
final class TextStream {

    private TextStream() {}

    static InputStream utf8(InputStream raw) throws IOException {
        PushbackInputStream in = new PushbackInputStream(raw, 4);
        byte[] head = in.readNBytes(4);
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            in.unread(head, 3, head.length - 3);
            return in;
        }
        if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)) {
            Charset charset = head[0] == (byte) 0xFF ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
            in.unread(head, 2, head.length - 2);
            return new TranscodingStream(new InputStreamReader(in, charset));
        }
        in.unread(head);
        boolean unmarked16 = head.length == 4 && head[1] == 0 && head[3] == 0 && head[0] != 0 && head[2] != 0;
        return unmarked16 ? new TranscodingStream(new InputStreamReader(in, StandardCharsets.UTF_16LE)) : in;
    }

    private static boolean startsWith(byte[] head, int... mark) {
        if (head.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((head[i] & 255) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Re-encodes characters as UTF-8, a block at a time. */
    private static final class TranscodingStream extends InputStream {

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
}
