package org.mimawari.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.TenantIndicator;
import org.mimawari.indicator.catalogue.IndicatorPage;
import org.mimawari.indicator.catalogue.Indicators;
import org.mimawari.report.HtmlReport;
import org.mimawari.report.JsonReport;
import org.mimawari.report.Notice;
import org.mimawari.report.RecipientsCsv;
import org.mimawari.report.ReportOptions;
import org.mimawari.report.TimelineCsv;
import org.mimawari.report.bundle.BundleFolder;
import org.mimawari.report.bundle.CitedRecordsFile;
import org.mimawari.report.bundle.SigningKey;
import org.mimawari.report.json.SafeJson;
import org.mimawari.report.wording.Language;
import org.mimawari.scan.RunFacts;
import org.mimawari.scan.ScanResult;

/**
 * Keeps a report with what it rests on. The same evidence gives the same bytes: the reports in it bear the moment of the
 * newest evidence, not of the scan.
 */
final class Bundle {

    private static final String README = """
            Evidence bundle of Mimawari

            report.json, report.html, timeline.csv, recipients.csv, notice.*.txt  the report
            records/cited.ndjson     the raw records that findings cite, with their hashes
            records/sources.ndjson   the files they lie in, with size and hash when the bundle was made
            settings.ndjson          rules, forwarding, delegations and applications as they were read
            made-with.json           version, configuration without secrets, hashes of the indicators' pages
            SHA256SUMS               hashes of all these files

            Check it with:   mimawari verify FOLDER     or   sha256sum -c SHA256SUMS
            With a signature (SHA256SUMS.sig, base64):   mimawari verify FOLDER --key PUBLIC.pem

            So that the same evidence gives the same bytes, the reports in here bear the moment of the newest
            evidence. When the scan ran is in the report.json beside this folder.
            The raw records may hold personal data and contents of mail. Keep them accordingly.
            """;

    private final TenantPlan plan;
    private final ReportOptions options;
    private final SettingSnapshot settings;

    Bundle(TenantPlan plan, Language language, SettingSnapshot settings) {
        this.plan = plan;
        this.options = new ReportOptions(language, plan.zone());
        this.settings = settings;
    }

    /** Writes the bundle and seals it. */
    void write(ScanResult scanned, Path path, Optional<SigningKey> key) throws IOException, ConnectorException {
        ScanResult result = atTheEvidence(scanned);
        CitedRecordsFile records = new CitedRecordsFile(result);
        plan.reread(records.wanted(), records);
        BundleFolder folder = BundleFolder.create(path);
        folder.file("README.txt", out -> out.write(README.getBytes(StandardCharsets.UTF_8)));
        folder.file("report.json", out -> new JsonReport(options).write(result, out));
        folder.file("report.html", out -> new HtmlReport(options).write(result, out));
        folder.file("timeline.csv", out -> new TimelineCsv(options).write(result, out));
        folder.file("recipients.csv", out -> new RecipientsCsv(options).write(result, out));
        for (Language language : Language.values()) {
            folder.file("notice." + language.tag() + ".txt",
                    out -> new Notice(new ReportOptions(language, options.zone())).write(result, out));
        }
        folder.file("records/cited.ndjson", records::write);
        folder.file("records/sources.ndjson", records::writeSources);
        folder.file("settings.ndjson", settings::write);
        folder.file("made-with.json", this::madeWith);
        folder.seal(key);
    }

    private static ScanResult atTheEvidence(ScanResult result) {
        Instant newest = result.coverage().stream().flatMap(piece -> piece.to().stream()).max(Instant::compareTo)
                .orElse(Instant.EPOCH);
        RunFacts run = new RunFacts("evidence", newest, newest, result.run().version(), result.run().tenants());
        return result.in(run);
    }

    private void madeWith(OutputStream out) throws IOException {
        Policy policy = Policy.forDomains(OwnDomains.of());
        List<String> ids = Stream.concat(Indicators.all(policy).stream().map(Indicator::profile),
                Indicators.ofTenant(policy).stream().map(TenantIndicator::profile)).map(profile -> profile.id()).sorted().toList();
        try (SafeJson json = SafeJson.indented(out)) {
            json.begin();
            json.text("program", "Mimawari");
            json.text("version", Version.number());
            json.begin("configuration");
            plan.describe(json);
            json.end();
            json.number("settingsNotKept", settings.notKept());
            json.list("indicators", ids, id -> {
                json.text("id", id);
                json.text("page", IndicatorPage.find(id).map(page -> hash(new TreeMap<>(page.words()) + page.text())));
            });
            json.end();
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
