package org.mimawari.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Finding;
import org.mimawari.report.wording.FindingText;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.scan.ScanResult;

/**
 * {@code timeline.csv}: what happened in order of time, one row for each finding and for each piece of evidence it
 * cites; rows without a time come last. The columns {@code datetime}, {@code timestamp_desc} and {@code message} are
 * those of super-timelines, so that Timesketch and Timeline Explorer open it as it is; a state without a time of its own
 * stands at the moment of the scan there, and says so. RFC 4180, UTF-8 with a byte order mark so that spreadsheets show
 * Japanese, and no cell that a spreadsheet would take for a formula.
 */
public final class TimelineCsv {

    /** The first is none that another program needs: some take the byte order mark for a part of its name. */
    private static final List<String> COLUMNS = List.of("local_time", "datetime", "timestamp_desc", "message", "mailbox",
            "level", "indicator", "attack", "incident", "source", "locator", "record", "finding");

    private record Row(Optional<Instant> time, Finding finding, String id, int number, Optional<EvidenceRef> ref) {}

    private static final Comparator<Row> IN_TIME = Comparator
            .comparing((Row row) -> row.time().orElse(Instant.MAX))
            .thenComparing(Row::id)
            .thenComparing(Row::number);

    private final Phrasing phrasing;
    private final FindingText texts;

    public TimelineCsv(ReportOptions options) {
        this.phrasing = options.phrasing();
        this.texts = new FindingText(phrasing);
    }

    /**
     * Writes the result; the stream stays open.
     *
     * @throws IOException where the stream cannot be written
     */
    public void write(ScanResult result, OutputStream out) throws IOException {
        CsvLines lines = new CsvLines(out, COLUMNS);
        Map<String, String> incidents = incidents(result);
        List<Row> rows = result.findings().stream().flatMap(TimelineCsv::rows).sorted(IN_TIME).toList();
        for (Row row : rows) {
            lines.line(cells(row, incidents, result.run().startedAt()));
        }
        lines.flush();
    }

    private static Stream<Row> rows(Finding finding) {
        List<Row> rows = new ArrayList<>();
        String id = finding.id();
        rows.add(new Row(finding.when().from(), finding, id, 0, Optional.empty()));
        for (Citation.Cited cited : finding.citation().sample()) {
            rows.add(new Row(cited.time(), finding, id, rows.size(), Optional.of(cited.ref())));
        }
        return rows.stream();
    }

    private static Map<String, String> incidents(ScanResult result) {
        Map<String, String> incidents = new HashMap<>();
        result.incidents().forEach(incident -> incident.findings()
                .forEach(finding -> incidents.putIfAbsent(finding.id(), incident.id())));
        return incidents;
    }

    private List<String> cells(Row row, Map<String, String> incidents, Instant scanned) {
        Finding finding = row.finding();
        return List.of(
                row.time().map(phrasing::stamp).orElse(""),
                Phrasing.clamped(row.time().orElse(scanned)).toString(),
                description(row),
                text(row),
                finding.mailbox().map(MailboxAddress::text).orElse(""),
                finding.level().name(),
                finding.indicator().id(),
                String.join(" ", finding.indicator().attack()),
                incidents.getOrDefault(row.id(), ""),
                row.ref().map(EvidenceRef::source).orElse(""),
                row.ref().map(EvidenceRef::locator).orElse(""),
                row.ref().flatMap(EvidenceRef::recordId).orElse(""),
                row.id());
    }

    /** What the time of the row is the time of. */
    private static String description(Row row) {
        if (row.time().isEmpty()) {
            return "Seen at the scan, no time of its own";
        }
        return row.ref().isPresent() ? "Evidence recorded" : "Finding begins";
    }

    private String text(Row row) {
        if (row.ref().isEmpty()) {
            return texts.sentence(row.finding());
        }
        return texts.title(row.finding().indicator().id()) + ": " + phrasing.wording().phrase("label.evidence-of",
                place(row), Phrasing.number(row.finding().citation().total()));
    }

    /** The sample holds the first and the last pieces: the last one of it is the last of all. */
    private static String place(Row row) {
        Citation citation = row.finding().citation();
        int shown = citation.sample().size();
        boolean isOfTheEnd = citation.total() > shown && row.number() > shown / 2;
        return Phrasing.number(isOfTheEnd ? (long) citation.total() - shown + row.number() : row.number());
    }
}
