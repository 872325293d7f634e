package org.mimawari.connector.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Serves records that were found inside a file of another make as text, one record a line. Each stands on the line of
 * the file it was found on, as far as only one begins there, so that reports cite the right line.
 */
final class CarriedText extends InputStream {

    /** One record and the line it begins on, from 1. */
    record Carried(String text, long line) {}

    /** Finds the records, one after the other. */
    @FunctionalInterface
    interface Records {
        Optional<Carried> next() throws IOException;
    }

    private static final int MOST_BLANK_LINES = 1 << 16;

    private final Records records;
    private final InputStream behind;
    private byte[] bytes = new byte[0];
    private int next;
    private long line = 1;

    /** @param behind what is closed with this stream */
    CarriedText(Records records, InputStream behind) {
        this.records = records;
        this.behind = behind;
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
        behind.close();
    }

    private boolean fill() throws IOException {
        while (next >= bytes.length) {
            Optional<Carried> found = records.next();
            if (found.isEmpty()) {
                return false;
            }
            bytes = line(found.get()).getBytes(StandardCharsets.UTF_8);
            next = 0;
        }
        return true;
    }

    private String line(Carried found) {
        int blank = (int) Math.max(0, Math.min(MOST_BLANK_LINES, found.line() - line));
        line += blank + 1;
        return "\n".repeat(blank) + found.text().replace('\n', ' ').replace('\r', ' ') + "\n";
    }
}
