package org.mimawari.report.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.report.json.SafeJson;
import org.mimawari.report.wording.FindingText;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.scan.ScanResult;

/** The findings as results of an analysis tool: SARIF 2.1.0 (OASIS), one run, places as file and line. */
public final class SarifLog {

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    private final FindingText texts;
    private final Phrasing phrasing;

    public SarifLog(Phrasing phrasing) {
        this.phrasing = phrasing;
        this.texts = new FindingText(phrasing);
    }

    /** Writes the result; the stream stays open. */
    public void write(ScanResult result, OutputStream out) throws IOException {
        List<Alert> alerts = Alert.in(result);
        try (SafeJson json = SafeJson.indented(out)) {
            json.begin();
            json.text("$schema", SCHEMA);
            json.text("version", "2.1.0");
            json.list("runs", List.of(alerts), run -> run(json, run, result));
            json.end();
        }
    }

    private void run(SafeJson json, List<Alert> alerts, ScanResult result) throws IOException {
        Map<String, Finding> rules = new TreeMap<>();
        alerts.forEach(alert -> rules.putIfAbsent(alert.finding().indicator().id(), alert.finding()));
        List<String> ids = List.copyOf(rules.keySet());
        json.begin("tool");
        json.begin("driver");
        json.text("name", "Mimawari");
        json.text("semanticVersion", result.run().version());
        json.list("rules", List.copyOf(rules.values()), rule -> rule(json, rule));
        json.end();
        json.end();
        json.list("invocations", List.of(result.run()), run -> {
            json.flag("executionSuccessful", true);
            json.text("startTimeUtc", SafeJson.written(run.startedAt()));
            json.text("endTimeUtc", SafeJson.written(run.finishedAt()));
        });
        json.text("columnKind", "unicodeCodePoints");
        json.list("results", alerts, alert -> result(json, alert, ids.indexOf(alert.finding().indicator().id())));
    }

    private void rule(SafeJson json, Finding finding) throws IOException {
        json.text("id", finding.indicator().id());
        json.begin("shortDescription");
        json.text("text", texts.title(finding.indicator().id()));
        json.end();
        json.begin("defaultConfiguration");
        json.text("level", level(finding.indicator().level()));
        json.end();
        json.begin("properties");
        json.texts("tags", finding.indicator().attack());
        json.end();
    }

    private void result(SafeJson json, Alert alert, int rule) throws IOException {
        Finding finding = alert.finding();
        json.text("ruleId", finding.indicator().id());
        json.number("ruleIndex", rule);
        json.text("level", level(finding.level()));
        json.begin("message");
        json.text("text", texts.sentence(finding));
        json.end();
        json.score("rank", Math.min(100, finding.points() * 100));
        json.list("locations", places(finding), ref -> location(json, ref, finding));
        json.begin("partialFingerprints");
        json.text("mimawari/v1", alert.id());
        json.end();
        json.begin("properties");
        json.text("incident", alert.incident().id());
        json.score("incidentScore", alert.incident().score());
        json.timeOrNull("from", finding.when().from());
        json.timeOrNull("to", finding.when().to());
        json.text("when", phrasing.range(finding.when()));
        json.end();
    }

    private static List<EvidenceRef> places(Finding finding) {
        return finding.citation().sample().stream().map(Citation.Cited::ref).toList();
    }

    private static void location(SafeJson json, EvidenceRef ref, Finding finding) throws IOException {
        json.begin("physicalLocation");
        json.begin("artifactLocation");
        json.text("uri", FileUri.of(ref.source()));
        json.end();
        long line = FileUri.line(ref.locator());
        if (line > 0) {
            json.begin("region");
            json.number("startLine", line);
            json.end();
        }
        json.end();
        json.list("logicalLocations", finding.mailbox().stream().toList(), mailbox -> {
            json.text("name", mailbox.text());
            json.text("kind", "resource");
        });
        json.begin("message");
        json.text("text", ref.locator());
        json.end();
    }

    private static String level(Level level) {
        return switch (level) {
            case HIGH, CRITICAL -> "error";
            case MEDIUM -> "warning";
            case LOW, INFO -> "note";
        };
    }
}
