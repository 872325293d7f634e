package org.mimawari.connector.export.microsoft;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.CsvFile;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.JsonFile;
import org.mimawari.connector.export.PartReader;
import org.mimawari.connector.export.Preview;
import org.mimawari.connector.export.Source;
import org.mimawari.connector.export.SourceReading;
import org.mimawari.evidence.OwnDomains;

/**
 * Reads the Microsoft 365 unified audit log as Purview, Search-UnifiedAuditLog, the Management Activity API, Microsoft
 * Graph and Sentinel export it: CSV or JSON, in any order, with the same record any number of times.
 */
public final class UnifiedAuditReader implements PartReader {

    private static final List<String> COMPANIONS = List.of("\"UserId\"", "\"UserIds\"", "\"userPrincipalName\"",
            "\"RecordType\"", "\"auditLogRecordType\"", "\"Workload\"");
    private static final List<String> TIMES =
            List.of("\"CreationTime\"", "\"CreationDate\"", "\"AuditData\"", "\"auditData\"", "\"OfficeWorkload\"");

    private final OwnDomains own;
    private final AuditOperations operations = new AuditOperations();

    public UnifiedAuditReader(ExportSettings settings) {
        this.own = settings.ownDomains();
    }

    @Override
    public String format() {
        return "Microsoft 365 unified audit log";
    }

    @Override
    public String system() {
        return MICROSOFT_365;
    }

    /** Search-UnifiedAuditLog: 100 by default, 5,000 a page, 50,000 a session; Purview: 50,000 and 100,000. */
    @Override
    public Set<Long> limits() {
        return Set.of(100L, 1_000L, 5_000L, 50_000L, 100_000L);
    }

    @Override
    public int recognises(Preview preview) {
        return looksLikeJson(preview) ? json(preview.text()) : csv(preview);
    }

    /** A log that was cut at its beginning still has objects from its second line on. */
    private static boolean looksLikeJson(Preview preview) {
        return preview.looksLikeJson()
                || preview.lines(2).stream().skip(1).anyMatch(second -> second.startsWith("{\""));
    }

    private static int json(String text) {
        boolean wrapped = text.contains("\"AuditData\"") || text.contains("\"auditData\"");
        boolean named = text.contains("\"Operation\"") || text.contains("\"operation\"")
                || text.contains("\"Operations\"") || wrapped;
        boolean timed = TIMES.stream().anyMatch(text::contains);
        return named && timed && COMPANIONS.stream().anyMatch(text::contains) ? 90 : 0;
    }

    private static int csv(Preview preview) {
        List<String> lines = preview.lines(3);
        int best = 0;
        for (String line : lines) {
            String header = line.toLowerCase(Locale.ROOT).replace(" ", "");
            boolean operation = header.contains("operation");
            boolean when = header.contains("creationdate") || header.contains("creationtime")
                    || header.contains("officeworkload");
            boolean user = header.contains("userid");
            boolean ofMailbox = operation && header.contains("lastaccessed") && header.contains("mailboxownerupn");
            boolean data = header.contains("auditdata");
            boolean columns = !header.startsWith("{") && (header.contains(",") || header.contains(";")
                    || header.contains("\t")) && !header.contains("\"\"");
            boolean flat = operation && when && user || ofMailbox;
            int sure = !columns ? 0 : data && (operation || when || user) ? 95 : flat ? 85 : 0;
            best = Math.max(best, sure);
        }
        return best;
    }

    /** Every record stands by itself. */
    @Override
    public Set<Source> concerned(List<Source> all, Set<Source> changed) {
        return changed;
    }

    @Override
    public boolean readsOn(Source source) {
        try (InputStream in = source.open()) {
            return source.isPlainJson() && JsonFile.hasOneObjectALine(in);
        } catch (IOException unreadable) {
            return false;
        }
    }

    @Override
    public void read(List<Source> sources, EvidenceSink sink) {
        report(sources.stream().map(source -> new Part(source, readPart(source, sink))).toList(), sink);
    }

    @Override
    public String readPart(Source source, EvidenceSink sink) {
        UnifiedAuditRecords records = new UnifiedAuditRecords(operations, new AuditScene(source.name(), sink, own));
        Optional<String> broken = new SourceReading(format(), sink).read(source, whole -> read(whole, records));
        return records.shown(broken).write();
    }

    @Override
    public void report(List<Part> parts, EvidenceSink sink) {
        Map<Source, AuditShown> all = new LinkedHashMap<>();
        parts.forEach(part -> all.merge(part.source().from(Source.Start.BEGINNING), AuditShown.read(part.shown()),
                AuditShown::and));
        long taken = all.values().stream().mapToLong(AuditShown::taken).sum();
        all.forEach((source, shown) -> new AuditCoverage(shown.kinds(), shown.cut()).report(source, format(),
                shown.why(taken), shown.onlyMailbox(), sink));
    }

    private static void read(Source source, UnifiedAuditRecords records) throws IOException {
        boolean json = source.start().isInside() || looksLikeJson(source.preview());
        try (InputStream in = source.open()) {
            if (source.start().isInside()) {
                new JsonFile(records, records::reject, records::line).readLines(in, source.start().lines() + 1);
            } else if (json) {
                new JsonFile(records, records::reject, records::line).read(in);
            } else {
                new CsvFile(records, records::reject).read(in);
            }
        }
    }
}
