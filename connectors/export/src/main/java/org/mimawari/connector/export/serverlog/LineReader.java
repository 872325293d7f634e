package org.mimawari.connector.export.serverlog;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Cuts a stream into lines without copying them; a line of more than 1 MiB is passed over and reported. */
final class LineReader {

    static final int LONGEST = 1 << 20;
    private static final int BLOCK = 1 << 17;

    private final InputStream in;
    private byte[] buffer = new byte[BLOCK];
    private int next;
    private int filled;
    private boolean atEnd;
    private boolean overlong;
    private long number;

    LineReader(InputStream in) {
        this.in = in;
    }

    /**
     * Moves the line to the next one that is not empty; false at the end of the stream. The line is valid until the
     * next call.
     */
    boolean next(LogLine line) throws IOException {
        while (true) {
            int end = end();
            if (end < 0) {
                return false;
            }
            int from = next;
            next = end + 1;
            number++;
            int to = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
            if (to > from || overlong) {
                line.set(buffer, from, to);
                line.number = number;
                return true;
            }
        }
    }

    /** True where the line was too long; what it holds is only a part of it. */
    boolean isOverlong() {
        return overlong;
    }

    /** True where the stream ended before the line did. */
    boolean isUnfinished() {
        return next > filled;
    }

    /** The end of the line that begins at {@link #next}, with all of it in the buffer; −1 where none begins. */
    private int end() throws IOException {
        overlong = false;
        int at = next;
        while (true) {
            while (at < filled) {
                if (buffer[at] == '\n') {
                    return at;
                }
                at++;
            }
            int behind = at - next;
            if (atEnd) {
                return behind > 0 ? filled : -1;
            }
            if (behind >= LONGEST) {
                overlong = true;
                behind = 0;
                next = filled;
            }
            fill();
            at = next + behind;
        }
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, next, buffer, 0, filled - next);
        filled -= next;
        next = 0;
        if (filled == buffer.length - 1 || filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = in.read(buffer, filled, buffer.length - filled - 1);
        atEnd = count < 0;
        filled += Math.max(0, count);
    }
}
