package org.mimawari.report.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Finding;
import org.mimawari.report.json.SafeJson;
import org.mimawari.report.summary.Traces;
import org.mimawari.report.wording.FindingText;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.scan.RunFacts;
import org.mimawari.scan.ScanResult;

/**
 * Alerts in the Elastic Common Schema {@value #VERSION}, one a line. What the schema has no field for stands under
 * {@code mimawari}.
 */
public final class EcsAlerts {

    private static final String VERSION = "8.17.0";

    private final FindingText texts;

    public EcsAlerts(Phrasing phrasing) {
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
        json.text("@timestamp", SafeJson.written(alert.to()));
        json.text("message", texts.sentence(finding));
        json.begin("ecs");
        json.text("version", VERSION);
        json.end();
        event(json, alert);
        rule(json, finding);
        threat(json, alert);
        addresses(json, finding);
        json.begin("organization");
        json.text("name", String.join(", ", run.tenants()));
        json.end();
        observer(json, run);
        own(json, alert);
    }

    private static void event(SafeJson json, Alert alert) throws IOException {
        Finding finding = alert.finding();
        json.begin("event");
        json.text("kind", "alert");
        json.texts("category", category(finding));
        json.texts("type", List.of("info"));
        json.text("id", alert.id());
        json.text("action", finding.indicator().id());
        json.text("module", "mimawari");
        json.text("dataset", "mimawari.finding");
        json.number("severity", finding.weight());
        json.score("risk_score", alert.incident().score());
        json.text("start", SafeJson.written(alert.from()));
        json.text("end", SafeJson.written(alert.to()));
        json.end();
    }

    /** The categories whose events may have the type {@code info}. */
    private static List<String> category(Finding finding) {
        return switch (finding.indicator().family()) {
            case SIGN_IN -> List.of("authentication", "intrusion_detection");
            case SENT, BOUNCE, RULES, FORWARDING -> List.of("email", "intrusion_detection");
            case ACCESS -> List.of("iam", "intrusion_detection");
            case EXFIL, TAMPER, POSTURE -> List.of("intrusion_detection");
        };
    }

    private void rule(SafeJson json, Finding finding) throws IOException {
        json.begin("rule");
        json.text("id", finding.indicator().id());
        json.text("name", texts.title(finding.indicator().id()));
        json.text("category", finding.indicator().family().word());
        json.end();
    }

    private static void threat(SafeJson json, Alert alert) throws IOException {
        if (alert.techniques().isEmpty()) {
            return;
        }
        Set<String> techniques = new LinkedHashSet<>();
        alert.techniques().forEach(id -> techniques.add(id.contains(".") ? id.substring(0, id.indexOf('.')) : id));
        List<String> finer = alert.techniques().stream().filter(id -> id.contains(".")).toList();
        json.begin("threat");
        json.text("framework", "MITRE ATT&CK");
        json.begin("technique");
        json.texts("id", techniques);
        if (!finer.isEmpty()) {
            json.begin("subtechnique");
            json.texts("id", finer);
            json.end();
        }
        json.end();
        json.end();
    }

    private static void addresses(SafeJson json, Finding finding) throws IOException {
        List<String> network = Traces.networkAddresses(finding);
        Optional<String> mailbox = finding.mailbox().map(MailboxAddress::text);
        if (network.size() == 1) {
            json.begin("source");
            json.text("ip", network.get(0));
            json.end();
        }
        if (mailbox.isPresent()) {
            json.begin("user");
            json.text("email", mailbox.get());
            json.text("name", mailbox.get());
            json.end();
        }
        json.begin("related");
        json.texts("ip", network);
        json.texts("user", mailbox.stream().toList());
        json.end();
    }

    private static void observer(SafeJson json, RunFacts run) throws IOException {
        json.begin("observer");
        json.text("vendor", "Mimawari");
        json.text("product", "Mimawari");
        json.text("type", "mailbox-scanner");
        json.text("version", run.version());
        json.end();
    }

    private static void own(SafeJson json, Alert alert) throws IOException {
        Finding finding = alert.finding();
        json.begin("mimawari");
        json.begin("incident");
        json.text("id", alert.incident().id());
        json.text("level", alert.incident().level().name());
        json.score("score", alert.incident().score());
        json.end();
        json.text("level", finding.level().name());
        json.flag("time_known", finding.when().isKnown());
        json.number("evidence_total", finding.citation().total());
        json.texts("evidence", finding.citation().sample().stream().map(Citation.Cited::ref)
                .map(ref -> ref.source() + " " + ref.locator()).toList());
        json.texts("forwarded_to", Traces.targets(finding).stream().map(MailboxAddress::text).toList());
        json.end();
    }
}
