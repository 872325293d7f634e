package org.mimawari.connector.export;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * What stands before the header row of a CSV file, and which separator the header uses.
 *
 * @param rest the stream from the header row on
 */
record CsvHead(InputStream rest, char separator, long linesSkipped) {

    private static final int LOOK = 64 * 1024;

    static CsvHead read(InputStream in) {
        PatientInput patient = new PatientInput(in);
        byte[] look = new byte[LOOK];
        byte[] head = Arrays.copyOf(look, patient.fill(look, 0));
        int from = 0;
        long skipped = 0;
        int newline = ByteSearch.find(head, 0, head.length, '\n');
        while (newline >= 0 && isNoHeader(head, from, newline)) {
            from = newline + 1;
            skipped++;
            newline = ByteSearch.find(head, from, head.length, '\n');
        }
        String header = text(head, from, newline < 0 ? head.length : newline);
        InputStream rest = new SequenceInputStream(new ByteArrayInputStream(head, from, head.length - from), patient.rest());
        return new CsvHead(rest, CsvFile.separator(header), skipped);
    }

    private static boolean isNoHeader(byte[] head, int from, int to) {
        String text = text(head, from, Math.min(to, from + 16)).strip();
        return text.isEmpty() || text.startsWith("#TYPE") || text.regionMatches(true, 0, "sep=", 0, 4);
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }
}
