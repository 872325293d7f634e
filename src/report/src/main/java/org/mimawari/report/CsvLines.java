package org.mimawari.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.mimawari.report.wording.FindingText;
import org.mimawari.report.wording.VisibleText;

/**
 * Lines of a CSV file: RFC 4180, UTF-8 with a byte order mark so that spreadsheets show Japanese, and no cell that a
 * spreadsheet would take for a formula.
 */
final class CsvLines {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer writer;

    CsvLines(OutputStream out, List<String> columns) throws IOException {
        writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write(BYTE_ORDER_MARK);
        line(columns);
    }

    void line(List<String> cells) throws IOException {
        writer.write(cells.stream().map(CsvLines::cell).collect(Collectors.joining(",")));
        writer.write("\r\n");
    }

    /** Hands on what was written; the stream stays open. */
    void flush() throws IOException {
        writer.flush();
    }

    private static String cell(String text) {
        if (isPlain(text)) {
            return '"' + text + '"';
        }
        String safe = CsvFormula.defused(VisibleText.of(text, FindingText.LONGEST));
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** Most cells of a long list of recipients need no second look. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!letter && (i == 0 || "@._: -".indexOf(c) < 0)) {
                return false;
            }
        }
        return text.length() <= FindingText.LONGEST;
    }
}
