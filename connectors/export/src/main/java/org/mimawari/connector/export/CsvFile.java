package org.mimawari.connector.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Streams the rows of a CSV file with a header row: comma, semicolon or tab, quoted fields with line breaks, any column
 * order. A row that cannot be read costs that row. Lines before the header that Excel ({@code sep=;}) or PowerShell
 * ({@code #TYPE …}) put there are passed over.
 */
public final class CsvFile {

    /** Takes one row and the line it begins on. */
    @FunctionalInterface
    public interface RowReader {
        void read(CsvRow row, long line);
    }

    /** Takes the rows of a file where they lie, which saves copying fields that nobody needs. */
    public interface RowScanner {

        /** Is told the names of the columns, once, before any row. */
        void columns(List<String> names);

        /** The scanner stands on a row that is not broken. */
        void row(CsvScanner row) throws IOException;
    }

    private final RowScanner reader;
    private final JsonFile.Rejects rejects;

    public CsvFile(RowReader reader, JsonFile.Rejects rejects) {
        this(new Copying(reader), rejects);
    }

    public CsvFile(RowScanner reader, JsonFile.Rejects rejects) {
        this.reader = reader;
        this.rejects = rejects;
    }

    /** @throws IOException where the stream breaks off; what was read before has been delivered */
    public void read(InputStream in) throws IOException {
        CsvHead head = CsvHead.read(in);
        CsvScanner rows = new CsvScanner(head.rest(), head.separator(), head.linesSkipped() + 1);
        boolean named = false;
        while (rows.next()) {
            if (!rows.problem().isEmpty()) {
                rejects.reject(rows.line(), "no CSV row: " + rows.problem());
            } else if (named) {
                reader.row(rows);
            } else {
                named = true;
                rows.expect(rows.fields());
                reader.columns(texts(rows));
            }
        }
    }

    /** The separator that the header row uses most. */
    static char separator(String head) {
        char best = ',';
        long most = 0;
        for (char candidate : new char[] {',', ';', '\t'}) {
            long count = head.chars().filter(c -> c == candidate).count();
            if (count > most) {
                most = count;
                best = candidate;
            }
        }
        return best;
    }

    private static List<String> texts(CsvScanner rows) {
        List<String> texts = new ArrayList<>(rows.fields());
        for (int field = 0; field < rows.fields(); field++) {
            texts.add(rows.text(field));
        }
        return texts;
    }

    /** Hands rows on as lists of texts. */
    private static final class Copying implements RowScanner {

        private final RowReader reader;
        private List<String> columns = List.of();

        Copying(RowReader reader) {
            this.reader = reader;
        }

        @Override
        public void columns(List<String> names) {
            columns = names;
        }

        @Override
        public void row(CsvScanner row) {
            reader.read(new CsvRow(columns, texts(row)), row.line());
        }
    }
}
