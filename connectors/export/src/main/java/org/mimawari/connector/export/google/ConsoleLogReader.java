package org.mimawari.connector.export.google;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
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

/**
 * Reads tables of log events that the Google admin console exports: users, admin, Gmail, OAuth and Drive, in English or
 * Japanese, with the columns in any order. Which log it is follows from its columns.
 */
public final class ConsoleLogReader implements FormatReader {

    private final ExportSettings settings;

    public ConsoleLogReader(ExportSettings settings) {
        this.settings = settings;
    }

    @Override
    public String format() {
        return "Google admin console log events";
    }

    @Override
    public String system() {
        return GOOGLE_WORKSPACE;
    }

    /** The console gives 100,000 to a file. */
    @Override
    public Set<Long> limits() {
        return Set.of(1_000L, 10_000L, 100_000L);
    }

    @Override
    public int recognises(Preview preview) {
        if (preview.looksLikeJson()) {
            return 0;
        }
        Set<String> columns = Set.copyOf(ConsoleColumns.of(GamTable.columns(preview.firstLine())));
        boolean event = columns.contains(ConsoleColumns.TIME) && columns.contains(ConsoleColumns.EVENT);
        boolean who = columns.contains(ConsoleColumns.ACTOR) || columns.contains(ConsoleColumns.DESCRIPTION)
                && columns.contains(ConsoleColumns.IP);
        boolean mail = columns.contains("@message-id") && columns.contains("owner");
        return event && (who || mail) ? 78 : 0;
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

    private void read(Source source, ActivitySession session, ActivityCoverage coverage) throws IOException {
        Rows rows = new Rows(source.name(), session, coverage, new ConsoleTimes(settings.zone()));
        try (InputStream in = source.open()) {
            new CsvFile((CsvRow row, long line) -> rows.row(row, line), rows::reject).read(in);
        }
    }

    /** The rows of one table. */
    private static final class Rows {

        private final String source;
        private final ActivitySession session;
        private final ActivityCoverage coverage;
        private final ConsoleTimes times;
        private List<String> header = List.of();
        private List<String> columns = List.of();
        private Optional<String> log = Optional.empty();

        Rows(String source, ActivitySession session, ActivityCoverage coverage, ConsoleTimes times) {
            this.source = source;
            this.session = session;
            this.coverage = coverage;
            this.times = times;
        }

        void row(CsvRow row, long line) {
            if (!row.columns().equals(header)) {
                header = row.columns();
                columns = ConsoleColumns.of(header);
                log = log(Set.copyOf(columns));
            }
            EvidenceRef ref = EvidenceRef.line(source, line);
            ConsoleRow read = new ConsoleRow(row, columns, log, times);
            read.problem().ifPresentOrElse(why -> reject(line, why), () -> session.take(read.activity(ref), coverage));
        }

        void reject(long line, String why) {
            session.sink().reject(EvidenceRef.line(source, line), why);
        }
    }

    /** The log that has these columns; empty where only what every log has is there. */
    private static Optional<String> log(Set<String> columns) {
        if (columns.contains("@message-id") || columns.contains("@subject")) {
            return Optional.of("gmail");
        }
        if (columns.contains("client_id") && (columns.contains("scope") || columns.contains("app_name"))
                || columns.contains("scope") && columns.contains("app_name")) {
            return Optional.of("token");
        }
        if (columns.contains("doc_id") || columns.contains("doc_title") || columns.contains("visibility")) {
            return Optional.of("drive");
        }
        boolean login = columns.contains("login_type") || columns.contains("login_challenge_method")
                || columns.contains("is_suspicious");
        boolean admin = columns.contains("SETTING_NAME") || columns.contains("NEW_VALUE")
                || columns.contains("ROLE_NAME")
                || columns.contains("ORG_UNIT_NAME") || columns.contains("USER_EMAIL");
        if (login) {
            return Optional.of("login");
        }
        return admin ? Optional.of("admin") : Optional.empty();
    }
}
