package org.mimawari.connector.export;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Cuts a stream into blocks of whole lines, so that many lines are parsed at once and yet each can fail alone. */
final class LineBlocks {

    static final int LONGEST_LINE = 16 << 20;
    private static final int BLOCK = 256 * 1024;
    private static final int CONTAINER_LOOK = 512;
    private static final Pattern CONTAINER =
            Pattern.compile("\"(value|items|records|Records|activities)\"\\s*:\\s*\\[");

    private final PatientInput in;
    private byte[] bytes = new byte[BLOCK];
    private int start;
    private int end;
    private int contentEnd;
    private int filled;
    private boolean atEnd;
    private boolean overlong;
    private long line;
    private long blockLine;

    LineBlocks(InputStream in, long firstLine) {
        this.in = new PatientInput(in);
        this.line = firstLine;
        this.blockLine = firstLine;
    }

    /**
     * True where the file has one JSON object a line: its first line is a whole one, or it is cut or no JSON and the
     * second begins one.
     */
    boolean hasOneObjectALine() {
        fill();
        int from = behindBlank(0);
        if (from >= filled || bytes[from] == '[') {
            return false;
        }
        String head = new String(bytes, from, Math.min(CONTAINER_LOOK, filled - from), StandardCharsets.ISO_8859_1);
        if (CONTAINER.matcher(head).find()) {
            return false;
        }
        int newline = find(from);
        if (newline < 0 && !atEnd) {
            return filled >= BLOCK && bytes[from] == '{';
        }
        int to = newline < 0 ? filled : newline;
        return bytes[from] == '{' && closes(from, to) || beginsObject(behindBlank(to));
    }

    private int behindBlank(int from) {
        int at = from;
        while (at < filled && bytes[at] >= 0 && bytes[at] <= ' ') {
            at++;
        }
        return at;
    }

    /** At the start of a line, as only the first field of an object of a line of its own stands there. */
    private boolean beginsObject(int at) {
        boolean startsLine = at > 0 && at + 1 < filled && bytes[at - 1] == '\n';
        return startsLine && bytes[at] == '{' && bytes[at + 1] == '"';
    }

    /** Everything from the beginning as a stream. */
    InputStream stream() {
        return new SequenceInputStream(new ByteArrayInputStream(bytes, 0, filled), in.rest());
    }

    /** Moves to the next block; false at the end. */
    boolean next() throws IOException {
        start = end;
        blockLine = line;
        overlong = false;
        int lastNewline = lastNewline(start);
        while (lastNewline < 0 && !atEnd) {
            compact();
            if (filled == bytes.length && !grow()) {
                skipLine();
                return true;
            }
            fill();
            lastNewline = lastNewline(start);
        }
        if (lastNewline < 0) {
            in.check();
        }
        end = lastNewline < 0 ? filled : lastNewline + 1;
        contentEnd = end;
        return end > start;
    }

    boolean isOverlong() {
        return overlong;
    }

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return contentEnd;
    }

    /** Counts the lines and takes out those that need no parsing, leaving their ends so that numbers stay right. */
    void drop(JsonFile.LineFilter filter) throws IOException {
        int kept = start;
        int from = start;
        while (from < end) {
            int newline = ByteSearch.findFar(bytes, from, end, '\n');
            int lineEnd = newline < 0 ? end : newline;
            int next = newline < 0 ? end : newline + 1;
            int keepFrom = filter.needsNoParsing(bytes, from, lineEnd, line) ? lineEnd : from;
            line++;
            if (kept != keepFrom) {
                System.arraycopy(bytes, keepFrom, bytes, kept, next - keepFrom);
            }
            kept += next - keepFrom;
            from = next;
        }
        contentEnd = kept;
    }

    /** The number of the block's first line, from 1. */
    long firstLine() {
        return blockLine;
    }

    /** The position behind so many further lines from this one. */
    int afterLine(int from, long lines) {
        int at = from;
        for (long skipped = 0; skipped <= lines && at < contentEnd; skipped++) {
            int newline = ByteSearch.find(bytes, at, contentEnd, '\n');
            at = newline < 0 ? contentEnd : newline + 1;
        }
        return at;
    }

    private boolean closes(int from, int to) {
        int last = to - 1;
        while (last > from && bytes[last] <= ' ') {
            last--;
        }
        return last > from && bytes[last] == '}' || to - from > 200 && bytes[from + 1] == '"';
    }

    private void fill() {
        filled = in.fill(bytes, filled);
        atEnd = in.isAtEnd();
    }

    private void compact() {
        System.arraycopy(bytes, start, bytes, 0, filled - start);
        filled -= start;
        end -= start;
        start = 0;
    }

    private boolean grow() {
        if (bytes.length >= LONGEST_LINE) {
            return false;
        }
        bytes = Arrays.copyOf(bytes, bytes.length * 2);
        return true;
    }

    /** The line does not fit: everything up to its end is passed over. */
    private void skipLine() throws IOException {
        overlong = true;
        line++;
        int newline = -1;
        while (newline < 0 && !atEnd) {
            filled = 0;
            fill();
            newline = find(0);
        }
        start = newline < 0 ? filled : newline + 1;
        end = start;
        contentEnd = start;
    }

    private int find(int from) {
        return ByteSearch.find(bytes, from, filled, '\n');
    }

    private int lastNewline(int from) {
        for (int i = filled - 1; i >= from; i--) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }
}
