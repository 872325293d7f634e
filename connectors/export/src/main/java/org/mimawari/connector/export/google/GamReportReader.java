package org.mimawari.connector.export.google;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.CsvFile;
import org.mimawari.connector.export.CsvRow;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.FormatReader;
import org.mimawari.connector.export.Preview;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.SourceReading;
import org.mimawari.evidence.EvidenceRef;

/** Reads activities of the Reports API that GAM printed as a table, an event a row, parameters as columns. */
public final class GamReportReader implements FormatReader {

    private static final Set<String> OUTER = Set.of("name", "type", "ipAddress", "kind", "etag");
    private static final Set<String> LISTS = Set.of("login_challenge_method", "scope");

    private final ExportSettings settings;

    public GamReportReader(ExportSettings settings) {
        this.settings = settings;
    }

    @Override
    public String format() {
        return "GAM report of Google Workspace activities";
    }

    @Override
    public String system() {
        return GOOGLE_WORKSPACE;
    }

    @Override
    public int recognises(Preview preview) {
        Set<String> columns = Set.copyOf(GamTable.columns(preview.firstLine()));
        boolean named = columns.contains("name") && columns.contains("id.time");
        return !preview.looksLikeJson() && named && columns.contains("actor.email") ? 90 : 0;
    }

    @Override
    public void read(List<Source> sources, EvidenceSink sink) {
        ActivitySession session = new ActivitySession(sink, settings.ownDomains());
        SourceReading reading = new SourceReading(format(), sink);
        for (Source source : sources) {
            ActivityCoverage coverage = new ActivityCoverage();
            Optional<String> broken = reading.read(source, whole -> read(whole, session, coverage));
            coverage.report(source, format(), broken, sink);
        }
        session.finish();
    }

    private static void read(Source source, ActivitySession session, ActivityCoverage coverage) throws IOException {
        try (InputStream in = source.open()) {
            new CsvFile((CsvRow row, long line) -> {
                EvidenceRef ref = EvidenceRef.line(source.name(), line);
                ActivityJson.read(record(row), ref).filter(activity -> !activity.events().get(0).name().isEmpty())
                        .ifPresentOrElse(activity -> session.take(activity, coverage),
                                () -> session.sink().reject(ref, "the row names no event"));
            }, (line, why) -> session.sink().reject(EvidenceRef.line(source.name(), line), why)).read(in);
        }
    }

    private static ObjectNode record(CsvRow row) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.putObject("id");
        record.putObject("parameters");
        for (int at = 0; at < row.columns().size() && at < row.fields().size(); at++) {
            String value = row.fields().get(at).strip();
            if (!value.isEmpty()) {
                put(row.columns().get(at).strip(), value, record);
            }
        }
        return record;
    }

    private static void put(String column, String value, ObjectNode record) {
        int dot = column.indexOf('.');
        String group = dot < 0 ? "" : column.substring(0, dot);
        if (group.equals("id") || group.equals("actor") || group.equals("networkInfo")) {
            record.withObject("/" + group).put(column.substring(dot + 1), value);
        } else if (OUTER.contains(column)) {
            record.put(column, value);
        } else if (LISTS.contains(column.toLowerCase(Locale.ROOT))) {
            ArrayNode list = record.withObject("/parameters").putArray(column);
            Scopes.split(value).forEach(list::add);
        } else {
            record.withObject("/parameters").put(column, value);
        }
    }
}
