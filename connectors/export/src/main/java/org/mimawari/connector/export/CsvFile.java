package org.mimawari.connector.export;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Streams the rows of a CSV file with a header row: comma, semicolon or tab, quoted fields with line breaks, any column
 * order. A row that cannot be read costs that row.
 */
public final class CsvFile {

    /** Takes one row and the line it begins on. */
    @FunctionalInterface
    public interface RowReader {
        void read(CsvRow row, long line);
    }

    private final RowReader reader;
    private final JsonFile.Rejects rejects;

    public CsvFile(RowReader reader, JsonFile.Rejects rejects) {
        this.reader = reader;
        this.rejects = rejects;
    }

    /** @throws IOException where the stream breaks off; what was read before has been delivered */
    public void read(InputStream in) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        text.mark(1 << 16);
        String head = text.readLine();
        text.reset();
        if (head == null) {
            return;
        }
        try (CsvReader<CsvRecord> rows = CsvReader.builder().fieldSeparator(separator(head))
                .maxBufferSize(16 << 20).ofCsvRecord(text)) {
            List<String> columns = List.of();
            for (CsvRecord row : rows) {
                if (columns.isEmpty()) {
                    columns = row.getFields();
                } else {
                    read(columns, row);
                }
            }
        } catch (CsvParseException e) {
            rejects.reject(0, "the file is broken: " + e.getMessage());
            throw new IOException("broken CSV", e);
        }
    }

    private void read(List<String> columns, CsvRecord row) {
        reader.read(new CsvRow(columns, row.getFields()), row.getStartingLineNumber());
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
}
