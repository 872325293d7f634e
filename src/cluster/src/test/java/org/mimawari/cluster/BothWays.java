package org.mimawari.cluster;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.Settings;
import org.mimawari.connector.export.folder.ExportConnectorFactory;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.report.JsonReport;
import org.mimawari.report.ReportOptions;
import org.mimawari.report.wording.Language;
import org.mimawari.scan.Cluster;
import org.mimawari.scan.Progress;
import org.mimawari.scan.Scan;
import org.mimawari.scan.ScanResult;
import org.mimawari.scan.ScanSettings;

/** Scans the same files by one program and by a cluster, with one clock, so that whole reports can be compared. */
final class BothWays {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-25T00:00:00Z"), ZoneOffset.UTC);
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private final Map<String, List<String>> export;
    private final ScanSettings settings = ScanSettings.of("export", OwnDomains.of("hinode.example"), ZONE);

    BothWays(Path... paths) {
        this(Arrays.stream(paths).map(Path::toString).toArray(String[]::new));
    }

    BothWays(String... paths) {
        export = Map.of("paths", List.of(paths), "own-domains", List.of("hinode.example"),
                "zone", List.of(ZONE.getId()));
    }

    String byOne() throws ConnectorException, IOException {
        return report(new Scan(settings, CLOCK, Progress.NONE, "test")
                .run(List.of(new ExportConnectorFactory().connector(new Settings(export)))));
    }

    String byMany(String master) throws ConnectorException, IOException {
        return byMany(master, Optional.empty());
    }

    String byMany(String master, Optional<String> tables) throws ConnectorException, IOException {
        return report(new SparkCluster().scan(new Cluster.Order(master, settings, List.of(export), List.of(), tables),
                CLOCK,
                Progress.NONE, "test"));
    }

    private static String report(ScanResult result) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new JsonReport(new ReportOptions(Language.ENGLISH, ZONE)).write(result, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
