package org.mimawari.report.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.incident.Incident;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.report.json.SafeJson;
import org.mimawari.report.summary.Traces;
import org.mimawari.report.wording.FindingText;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.scan.RunFacts;
import org.mimawari.scan.ScanResult;

/**
 * Detection Findings of the Open Cybersecurity Schema Framework {@value #VERSION} (class 2004), one a line. Findings of
 * one incident share their {@code metadata.correlation_uid}. Times are milliseconds since 1970.
 */
public final class OcsfFindings {

    private static final String VERSION = "1.3.0";
    private static final int FINDINGS = 2;
    private static final int DETECTION_FINDING = 2004;
    private static final int CREATE = 1;
    private static final int RULE = 1;
    private static final int NEW = 1;
    private static final int IP_ADDRESS = 2;
    private static final int EMAIL_ADDRESS = 5;

    private final Phrasing phrasing;
    private final FindingText texts;

    public OcsfFindings(Phrasing phrasing) {
        this.phrasing = phrasing;
        this.texts = new FindingText(phrasing);
    }

    /** Writes the result; the stream stays open. */
    public void write(ScanResult result, OutputStream out) throws IOException {
        try (SafeJson json = SafeJson.lines(out)) {
            for (Alert alert : Alert.in(result)) {
                json.begin();
                write(json, alert, result.run());
                json.end();
            }
        }
    }

    private void write(SafeJson json, Alert alert, RunFacts run) throws IOException {
        Finding finding = alert.finding();
        json.number("activity_id", CREATE);
        json.number("category_uid", FINDINGS);
        json.text("category_name", "Findings");
        json.number("class_uid", DETECTION_FINDING);
        json.text("class_name", "Detection Finding");
        json.number("type_uid", DETECTION_FINDING * 100L + CREATE);
        json.number("time", alert.to().toEpochMilli());
        json.number("start_time", alert.from().toEpochMilli());
        json.number("end_time", alert.to().toEpochMilli());
        json.number("severity_id", severity(finding.level()));
        json.text("severity", severityName(finding.level()));
        json.number("status_id", NEW);
        json.number("confidence_score", Math.round(finding.confidence() * 100));
        json.number("risk_score", (long) Math.floor(alert.incident().score()));
        json.number("risk_level_id", alert.incident().level().ordinal());
        json.text("message", texts.sentence(finding));
        metadata(json, alert, run);
        findingInfo(json, alert);
        resource(json, finding);
        json.list("evidences", evidences(finding), piece -> evidence(json, piece));
        json.list("observables", observables(finding), each -> observable(json, each));
        remediation(json, alert.incident());
    }

    private static void metadata(SafeJson json, Alert alert, RunFacts run) throws IOException {
        json.begin("metadata");
        json.text("version", VERSION);
        json.text("uid", alert.id() + "/" + alert.incident().id());
        json.text("correlation_uid", alert.incident().id());
        json.text("tenant_uid", String.join(", ", run.tenants()));
        json.begin("product");
        json.text("name", "Mimawari");
        json.text("vendor_name", "Mimawari");
        json.text("version", run.version());
        json.end();
        json.end();
    }

    private void findingInfo(SafeJson json, Alert alert) throws IOException {
        Finding finding = alert.finding();
        json.begin("finding_info");
        json.text("uid", alert.id());
        json.text("title", texts.title(finding.indicator().id()));
        json.text("desc", texts.sentence(finding));
        json.texts("types", List.of(finding.indicator().family().word()));
        json.number("first_seen_time", alert.from().toEpochMilli());
        json.number("last_seen_time", alert.to().toEpochMilli());
        json.begin("analytic");
        json.text("uid", finding.indicator().id());
        json.text("name", texts.title(finding.indicator().id()));
        json.number("type_id", RULE);
        json.text("type", "Rule");
        json.end();
        json.list("attacks", alert.techniques(), technique -> attack(json, technique));
        json.end();
    }

    /** A sub-technique is named with its technique: {@code T1114.003} belongs to {@code T1114}. */
    private static void attack(SafeJson json, String id) throws IOException {
        int dot = id.indexOf('.');
        json.begin("technique");
        json.text("uid", dot < 0 ? id : id.substring(0, dot));
        json.end();
        if (dot >= 0) {
            json.begin("sub_technique");
            json.text("uid", id);
            json.end();
        }
    }

    private static void resource(SafeJson json, Finding finding) throws IOException {
        List<MailboxAddress> mailboxes = finding.mailbox().stream().toList();
        json.list("resources", mailboxes, mailbox -> {
            json.text("uid", mailbox.text());
            json.text("name", mailbox.text());
            json.text("type", "mailbox");
        });
    }

    /** A piece of evidence, or a network address that the finding names. */
    private record Piece(Optional<String> ip, Optional<EvidenceRef> ref) {}

    private static List<Piece> evidences(Finding finding) {
        List<Piece> addresses = Traces.networkAddresses(finding).stream()
                .map(ip -> new Piece(Optional.of(ip), Optional.empty())).toList();
        List<Piece> cited = finding.citation().sample().stream().map(Citation.Cited::ref)
                .map(ref -> new Piece(Optional.empty(), Optional.of(ref))).toList();
        return Stream.concat(addresses.stream(), cited.stream()).toList();
    }

    private static void evidence(SafeJson json, Piece piece) throws IOException {
        if (piece.ip().isPresent()) {
            json.begin("src_endpoint");
            json.text("ip", piece.ip().get());
            json.end();
        }
        if (piece.ref().isPresent()) {
            json.begin("data");
            json.text("source", piece.ref().get().source());
            json.text("locator", piece.ref().get().locator());
            json.text("record_id", piece.ref().get().recordId());
            json.end();
        }
    }

    /** What to search other events for: where it stands in this one, its type, itself. */
    private record Observable(String name, int type, String typeName, String value) {}

    private static List<Observable> observables(Finding finding) {
        List<Observable> observables = new ArrayList<>();
        Traces.networkAddresses(finding).forEach(ip ->
                observables.add(new Observable("evidences.src_endpoint.ip", IP_ADDRESS, "IP Address", ip)));
        finding.mailbox().ifPresent(mailbox ->
                observables.add(new Observable("resources.uid", EMAIL_ADDRESS, "Email Address", mailbox.text())));
        Traces.targets(finding).forEach(target ->
                observables.add(new Observable("message", EMAIL_ADDRESS, "Email Address", target.text())));
        return observables;
    }

    private static void observable(SafeJson json, Observable each) throws IOException {
        json.text("name", each.name());
        json.number("type_id", each.type());
        json.text("type", each.typeName());
        json.text("value", each.value());
    }

    private void remediation(SafeJson json, Incident incident) throws IOException {
        if (!incident.response().isEmpty()) {
            json.begin("remediation");
            json.text("desc", incident.response().stream().map(phrasing.wording()::of).collect(Collectors.joining(" → ")));
            json.end();
        }
    }

    /** 1 informational, 2 low, 3 medium, 4 high, 5 critical. */
    private static int severity(Level level) {
        return level.ordinal() + 1;
    }

    private static String severityName(Level level) {
        return switch (level) {
            case INFO -> "Informational";
            case LOW -> "Low";
            case MEDIUM -> "Medium";
            case HIGH -> "High";
            case CRITICAL -> "Critical";
        };
    }
}
