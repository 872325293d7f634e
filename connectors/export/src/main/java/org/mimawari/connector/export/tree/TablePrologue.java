package org.mimawari.connector.export.tree;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What stands before the header row of a table: {@code #TYPE …} of {@code Export-Csv}, {@code sep=;} of spreadsheets,
 * and the {@code #Software … #Fields: …} block of Exchange Server logs, whose field list is the header row.
 */
final class TablePrologue {

    private static final int MOST_LINES = 20;
    private static final int LONGEST = 64 * 1024;
    private static final String FIELDS = "#fields:";

    private final InputStream table;
    private final int shift;

    private TablePrologue(InputStream table, int shift) {
        this.table = table;
        this.shift = shift;
    }

    static TablePrologue read(InputStream raw) throws IOException {
        PushbackInputStream in = new PushbackInputStream(raw, LONGEST);
        String header = "";
        int dropped = 0;
        while (dropped < MOST_LINES) {
            byte[] line = line(in);
            String text = new String(line, StandardCharsets.UTF_8);
            if (!isPrologue(text)) {
                in.unread(line);
                break;
            }
            boolean names = text.toLowerCase(Locale.ROOT).startsWith(FIELDS);
            header = names ? text.substring(FIELDS.length()).strip() : header;
            dropped++;
        }
        if (header.isEmpty()) {
            return new TablePrologue(in, dropped);
        }
        byte[] row = (header + "\n").getBytes(StandardCharsets.UTF_8);
        return new TablePrologue(new SequenceInputStream(new ByteArrayInputStream(row), in), dropped - 1);
    }

    /** The table from its header row on. */
    InputStream table() {
        return table;
    }

    /** How many lines the file has more than the table above the same row. */
    int shift() {
        return shift;
    }

    static boolean isPrologue(String line) {
        return line.startsWith("#") || line.startsWith("\"#TYPE") || line.regionMatches(true, 0, "sep=", 0, 4)
                && line.strip().length() <= 6;
    }

    private static byte[] line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = 0;
        while (next != '\n' && line.size() < LONGEST && (next = in.read()) >= 0) {
            line.write(next);
        }
        return line.toByteArray();
    }
}
