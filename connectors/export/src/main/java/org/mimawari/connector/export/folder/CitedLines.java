package org.mimawari.connector.export.folder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.mimawari.connector.RawRecords;
import org.mimawari.evidence.EvidenceRef;

/**
 * Takes lines by number out of a text. A record that goes on over more lines, as a JSON object or a cell of a table with
 * line breaks in it, is taken to its end, at most {@value #LONGEST} bytes.
 */
final class CitedLines {

    private static final int LONGEST = 64 * 1024;
    private static final int MOST_LINES = 1_000;

    private final InputStream in;
    private final boolean table;
    private long number;

    CitedLines(InputStream in, boolean table) {
        this.in = in;
        this.table = table;
    }

    static boolean isTable(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains(".csv") || lower.contains(".tsv");
    }

    void read(SortedMap<Long, EvidenceRef> wanted, RawRecords taker) throws IOException {
        Iterator<Map.Entry<Long, EvidenceRef>> next = wanted.entrySet().iterator();
        boolean more = true;
        while (more && next.hasNext()) {
            Map.Entry<Long, EvidenceRef> entry = next.next();
            while (more && number + 1 < entry.getKey()) {
                more = skipLine();
            }
            if (more && number + 1 == entry.getKey()) {
                take(entry.getValue(), taker);
            } else if (more) {
                // It began within a record that was taken as a whole.
                taker.record(entry.getValue(), new byte[0], false);
            }
        }
    }

    private void take(EvidenceRef ref, RawRecords taker) throws IOException {
        ByteArrayOutputStream record = new ByteArrayOutputStream(256);
        boolean more = line(record);
        for (int i = 0; i < MOST_LINES && more && record.size() < LONGEST && isOpen(record.toByteArray()); i++) {
            more = line(record);
        }
        byte[] bytes = record.toByteArray();
        if (bytes.length > 0) {
            boolean whole = bytes.length <= LONGEST;
            taker.record(ref, whole ? bytes : Arrays.copyOf(bytes, LONGEST), whole);
        }
    }

    private boolean skipLine() throws IOException {
        int b = in.read();
        while (b >= 0 && b != '\n') {
            b = in.read();
        }
        number++;
        return b >= 0;
    }

    /** Adds the next line with its end; keeps no more than what tells that it was too long. */
    private boolean line(ByteArrayOutputStream record) throws IOException {
        int b = in.read();
        while (b >= 0 && b != '\n') {
            if (record.size() <= LONGEST) {
                record.write(b);
            }
            b = in.read();
        }
        if (b >= 0) {
            record.write(b);
        }
        number++;
        return b >= 0;
    }

    private boolean isOpen(byte[] record) {
        int start = 0;
        while (start < record.length && (record[start] == ' ' || record[start] == '\t')) {
            start++;
        }
        if (start < record.length && record[start] == '{') {
            return isOpenJson(record);
        }
        int quotes = 0;
        for (byte b : record) {
            quotes += b == '"' ? 1 : 0;
        }
        return table && quotes % 2 == 1;
    }

    private static boolean isOpenJson(byte[] record) {
        int depth = 0;
        boolean text = false;
        for (int i = 0; i < record.length; i++) {
            if (text && record[i] == '\\') {
                i++;
            } else if (record[i] == '"') {
                text = !text;
            } else if (!text) {
                depth += record[i] == '{' || record[i] == '[' ? 1 : record[i] == '}' || record[i] == ']' ? -1 : 0;
            }
        }
        return depth > 0;
    }
}
