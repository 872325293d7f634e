package org.mimawari.connector.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimawari.connector.export.CarriedText.Carried;

/**
 * The rows of a table that hold the original record in a column of their own: {@code _raw} of Splunk, {@code
 * event.original} of Elastic, {@code RawEventData} of Defender's hunting, {@code message} of log collectors.
 */
final class CarriedColumn implements CarriedText.Records {

    private static final List<String> ORIGINALS = List.of("_raw", "event.original", "raweventdata", "full_log");
    private static final List<String> STAMPS = List.of("@timestamp", "timestamp");

    private final CsvScanner rows;
    private List<String> columns = List.of();

    CarriedColumn(InputStream in) {
        CsvHead head = CsvHead.read(in);
        rows = new CsvScanner(head.rest(), head.separator(), head.linesSkipped() + 1);
    }

    /** True where the text begins with the header of such a table. */
    static boolean isIn(String text) {
        String head = text.lines().limit(8).filter(line -> !line.isBlank() && !line.startsWith("#")).findFirst()
                .orElse("");
        if (head.length() > 8_000 || head.startsWith("<")) {
            return false;
        }
        List<String> names = List.of(head.replace("\"", "").strip().toLowerCase(Locale.ROOT).split("\\s*[,;\t]\\s*"));
        return names.stream().anyMatch(ORIGINALS::contains)
                || names.contains("message") && names.stream().anyMatch(STAMPS::contains);
    }

    @Override
    public Optional<Carried> next() throws IOException {
        while (rows.next()) {
            if (columns.isEmpty()) {
                columns = names();
                rows.expect(rows.fields());
            } else {
                String text = rows.problem().isEmpty() ? carried() : "";
                return Optional.of(new Carried(text.isEmpty() ? "{\"unreadable\":true}" : text, rows.line()));
            }
        }
        return Optional.empty();
    }

    private List<String> names() {
        String[] names = new String[rows.fields()];
        for (int field = 0; field < names.length; field++) {
            names[field] = rows.text(field).strip().toLowerCase(Locale.ROOT);
        }
        return List.of(names);
    }

    private String carried() {
        for (String name : ORIGINALS) {
            String text = text(name);
            if (!text.isEmpty()) {
                return text;
            }
        }
        String message = text("message");
        String stamp = text("@timestamp").isEmpty() ? text("timestamp") : text("@timestamp");
        boolean whole = message.startsWith("{") || LogStart.isStamped(message) || !LogStart.isIso(stamp);
        String host = text("source").isEmpty() ? text("host.name") : text("source");
        return whole ? message : stamp.replace(' ', 'T') + " " + (host.isEmpty() ? "host" : host.replace(' ', '-'))
                + " " + message;
    }

    private String text(String name) {
        int field = columns.indexOf(name);
        return field < 0 || field >= rows.fields() ? "" : rows.text(field).strip();
    }
}
