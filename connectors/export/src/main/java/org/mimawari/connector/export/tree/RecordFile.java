package org.mimawari.connector.export.tree;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mimawari.connector.export.CsvFile;
import org.mimawari.connector.export.CsvRow;
import org.mimawari.connector.export.JsonFile;
import org.mimawari.connector.export.Preview;
import org.mimawari.connector.export.Source;

/** Streams the records of a JSON or table export as trees, one at a time. */
public final class RecordFile {

    /** Takes one record, the fields that stood before the list it is in, and the line it begins on. */
    @FunctionalInterface
    public interface RecordTaker {
        void take(Tree record, Tree around, long line);

        /** Is told of each list in the file with the fields before it, also where the list is empty. */
        default void list(Tree around, long line) {}

        /** Is told at the end of each list whether its page names a next one ({@code @odata.nextLink} of Graph). */
        default void page(boolean more) {}

        /** Is told where dates such as {@code 3/4/2026} are read with the month first, but no date of the file shows it. */
        default void assumesMonthFirst() {}
    }

    /** Why a file whose last page names a next one is partial; the next page may be another file, which then is whole. */
    public static final String MORE_FOLLOWS = "its last page says that more pages follow";

    /** What coverage adds to the name of a format whose dates were read so. */
    public static final String ASSUMED = ", dates read as month/day/year: none of them shows the order";

    static final String TOO_LARGE = "the record is too large to be one";

    /** A list under one of the names of lists, with its object's other fields before it, or an answer of Graph. */
    private static final Pattern CONTAINER =
            Pattern.compile("\\s*(\\[\\s*)?\\{\\s*\"([^{}\\[\\]]*\"(value|items|records|Records|results|Results)"
                    + "|value|results|Results)\"\\s*:\\s*\\[");

    private final RecordTaker taker;
    private final JsonFile.Rejects rejects;
    private final TreeBuilder builder = new TreeBuilder();

    public RecordFile(RecordTaker taker, JsonFile.Rejects rejects) {
        this.taker = taker;
        this.rejects = rejects;
    }

    /** @throws IOException where the file breaks off; what was read before has been delivered */
    public void read(Source source) throws IOException {
        Preview preview = source.preview();
        try (InputStream in = source.open()) {
            if (!preview.looksLikeJson()) {
                DayOrder order = DayOrder.of(source, preview.text());
                if (order.isAssumed()) {
                    taker.assumesMonthFirst();
                }
                readTable(in, order);
            } else if (CONTAINER.matcher(preview.text()).lookingAt()) {
                new ListDocument(taker, rejects).read(in);
            } else {
                new JsonFile(this::readJson, rejects).read(in);
            }
        }
    }

    private void readJson(JsonParser parser, long line) throws IOException {
        Optional<Tree> tree = builder.read(parser);
        if (tree.isEmpty()) {
            rejects.reject(line, TOO_LARGE);
        } else {
            taker.take(tree.get(), Tree.NONE, line);
        }
    }

    private void readTable(InputStream in, DayOrder order) throws IOException {
        TablePrologue prologue = TablePrologue.read(in);
        int shift = prologue.shift();
        new CsvFile((row, line) -> readRow(row, line + shift, order),
                (line, why) -> rejects.reject(line == 0 ? 0 : line + shift, why)).read(prologue.table());
    }

    private void readRow(CsvRow row, long line, DayOrder order) {
        int columns = row.columns().size();
        boolean tooMany = row.fields().stream().skip(columns).anyMatch(field -> !field.isBlank());
        if (tooMany || row.fields().size() < columns) {
            rejects.reject(line, "the row has " + row.fields().size() + " fields where the header has " + columns);
            return;
        }
        taker.take(builder.row(row, order), Tree.NONE, line);
    }
}
