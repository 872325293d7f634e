package org.mimawari.connector.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts a stream of UTF-8 into rows and fields of CSV (RFC 4180) and copies nothing that nobody asks for. Quoted fields
 * may hold line breaks. A row with a broken quote is one broken row: reading goes on with the next line. A row is held
 * whole in memory, at most 16 MiB of it.
 */
public final class CsvScanner {

    static final int LONGEST_ROW = 16 << 20;
    private static final int BLOCK = 256 * 1024;
    private static final int MOST_FIELDS = 2_000;
    private static final int OPEN = -1;
    private static final int BROKEN_QUOTE = -2;

    private enum Result { ROW, BROKEN, INCOMPLETE }

    private final PatientInput in;
    private final byte separator;
    private byte[] bytes = new byte[BLOCK];
    private int filled;
    private boolean atEnd;
    private int rowStart;
    private int next;
    private long line = 1;
    private long nextLine;
    private int[] from = new int[64];
    private int[] to = new int[64];
    private boolean[] doubled = new boolean[64];
    private int fields;
    private int expected;
    private String problem = "";

    /** Rows separated by an ASCII character; the stream begins on the line with the given number. */
    public CsvScanner(InputStream in, char separator, long firstLine) {
        this.in = new PatientInput(in);
        this.nextLine = firstLine;
        this.separator = (byte) separator;
    }

    /** How many fields a row has; a row over several lines with another number is taken for a broken quote. */
    public void expect(int columns) {
        expected = columns;
    }

    /** Moves to the next row that is not blank; false at the end. */
    public boolean next() throws IOException {
        do {
            if (!advance()) {
                return false;
            }
        } while (problem.isEmpty() && (fields == 0 || fields == 1 && from[0] == to[0]));
        return true;
    }

    /** Why the row cannot be read; empty where it can. */
    public String problem() {
        return problem;
    }

    /** The number of the line the row begins on, from 1. */
    public long line() {
        return line;
    }

    public int fields() {
        return fields;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int from(int field) {
        return from[field];
    }

    public int to(int field) {
        return to[field];
    }

    public String text(int field) {
        return new String(bytes, from[field], to[field] - from[field], StandardCharsets.UTF_8);
    }

    private boolean advance() throws IOException {
        rowStart = next;
        line = nextLine;
        problem = "";
        while (true) {
            Result result = rowStart < filled ? scan() : Result.INCOMPLETE;
            if (result == Result.ROW) {
                nextLine = line + ByteSearch.count(bytes, rowStart, next, '\n');
                unescape();
                return true;
            }
            if (result == Result.BROKEN) {
                return skipLine();
            }
            if (rowStart >= filled && atEnd) {
                in.check();
                return false;
            }
            if (!more()) {
                problem = "the row is longer than " + LONGEST_ROW + " bytes";
                return skipLine();
            }
        }
    }

    /** Makes room and reads on; false where the row does not fit. */
    private boolean more() throws IOException {
        if (rowStart > 0) {
            System.arraycopy(bytes, rowStart, bytes, 0, filled - rowStart);
            filled -= rowStart;
            rowStart = 0;
        } else if (filled == bytes.length) {
            if (bytes.length >= LONGEST_ROW) {
                return false;
            }
            bytes = Arrays.copyOf(bytes, bytes.length * 2);
        }
        fill();
        return true;
    }

    private void fill() {
        filled = in.fill(bytes, filled);
        atEnd = in.isAtEnd();
    }

    /** The row from its start to its end; incomplete where the buffer ends before it and the file does not. */
    private Result scan() {
        fields = 0;
        int at = rowStart;
        while (true) {
            boolean quoted = at < filled && bytes[at] == '"';
            int end = quoted ? quotedField(at + 1) : plainField(at);
            if (end < 0) {
                return quoted && end == BROKEN_QUOTE ? broken("a quote is not closed") : Result.INCOMPLETE;
            }
            if (end >= filled) {
                next = filled;
                return checked();
            }
            if (bytes[end] != separator) {
                next = end + 1;
                return checked();
            }
            at = end + 1;
        }
    }

    /** Where the separator or line end behind the field stands. */
    private int plainField(int start) {
        int at = start;
        while (at < filled && bytes[at] != separator && bytes[at] != '\n') {
            at++;
        }
        if (at >= filled && !atEnd) {
            return OPEN;
        }
        boolean windows = at > start && bytes[at - 1] == '\r' && (at >= filled || bytes[at] == '\n');
        return add(start, windows ? at - 1 : at, false, at);
    }

    private int quotedField(int start) {
        boolean anyDoubled = false;
        int at = ByteSearch.find(bytes, start, filled, '"');
        while (at >= 0) {
            if (at + 1 >= filled || bytes[at + 1] != '"') {
                return afterQuote(start, at, anyDoubled);
            }
            anyDoubled = true;
            at = ByteSearch.find(bytes, at + 2, filled, '"');
        }
        return atEnd ? cut(start, anyDoubled) : OPEN;
    }

    /** The file ends within quotes: its last line is cut off, or an earlier quote was never closed. */
    private int cut(int start, boolean anyDoubled) {
        boolean lastLine = ByteSearch.find(bytes, start, filled, '\n') < 0;
        return lastLine ? add(start, filled, anyDoubled, filled) : BROKEN_QUOTE;
    }

    private int afterQuote(int start, int quote, boolean anyDoubled) {
        int at = quote + 1;
        while (at < filled && (bytes[at] == ' ' || bytes[at] == '\r')) {
            at++;
        }
        if (at >= filled && !atEnd) {
            return OPEN;
        }
        boolean ends = at >= filled || bytes[at] == separator || bytes[at] == '\n';
        return ends ? add(start, quote, anyDoubled, at) : BROKEN_QUOTE;
    }

    private int add(int start, int end, boolean anyDoubled, int behind) {
        if (fields == from.length && fields < MOST_FIELDS) {
            from = Arrays.copyOf(from, fields * 2);
            to = Arrays.copyOf(to, fields * 2);
            doubled = Arrays.copyOf(doubled, fields * 2);
        }
        if (fields < from.length) {
            from[fields] = start;
            to[fields] = end;
            doubled[fields++] = anyDoubled;
        }
        return behind;
    }

    private Result checked() {
        boolean oneLine = ByteSearch.find(bytes, rowStart, Math.max(rowStart, next - 1), '\n') < 0;
        boolean fits = expected == 0 || fields == expected || oneLine;
        return fits ? Result.ROW : broken("it has " + fields + " fields over several lines instead of " + expected
                + ": a quote is not closed");
    }

    private Result broken(String why) {
        problem = why;
        return Result.BROKEN;
    }

    /** Gives up the line the row begins on. */
    private boolean skipLine() throws IOException {
        fields = 0;
        int newline = ByteSearch.find(bytes, rowStart, filled, '\n');
        while (newline < 0 && !atEnd) {
            filled = 0;
            rowStart = 0;
            fill();
            newline = ByteSearch.find(bytes, 0, filled, '\n');
        }
        next = newline < 0 ? filled : newline + 1;
        nextLine = line + 1;
        return true;
    }

    private void unescape() {
        for (int field = 0; field < fields; field++) {
            if (doubled[field]) {
                to[field] = ByteSearch.undoubleQuotes(bytes, from[field], to[field]);
            }
        }
    }
}
