package org.mimawari.connector.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.Settings;
import org.mimawari.connector.export.folder.ExportConnectorFactory;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.scan.Progress;
import org.mimawari.scan.Scan;
import org.mimawari.scan.ScanResult;
import org.mimawari.scan.ScanSettings;
import org.mimawari.simulator.google.FakeWorkspace;
import org.mimawari.simulator.google.HijackedWorkspace;
import org.mimawari.simulator.google.StoredWorkspace;

/** The logs say the same whether they come over the network or in a file. */
class SameAsExportTest {

    private static final List<String> LOGS = List.of("login", "user_accounts", "takeout");

    @Test
    void findsTheSameInTheLogsAsInTheirExport(@TempDir Path folder) throws ConnectorException, IOException {
        StoredWorkspace stored = HijackedWorkspace.logsOnly(Workspaces.NOW);
        for (String log : LOGS) {
            Files.writeString(folder.resolve(log + ".json"), "{\"kind\":\"admin#reports#activities\",\"items\":["
                    + String.join(",", stored.activities(log)) + "]}");
        }
        try (FakeWorkspace fake = FakeWorkspace.of(stored)) {
            Connector live = Workspaces.of(fake).with("kinds", "login-log", "user-accounts-log", "takeout-log").connector();
            Connector export = new ExportConnectorFactory().connector(new Settings(Map.of("paths", List.of(folder.toString()))));

            assertThat(findings(live)).isNotEmpty().isEqualTo(findings(export));
        }
    }

    private static Set<String> findings(Connector connector) throws ConnectorException, IOException {
        ScanSettings settings = ScanSettings.of("kogane", OwnDomains.of(HijackedWorkspace.DOMAIN), ZoneId.of("Asia/Tokyo"));
        ScanResult result = new Scan(settings, Clock.fixed(Workspaces.NOW, ZoneOffset.UTC), Progress.NONE, "test")
                .run(List.of(connector));
        Set<String> ids = new TreeSet<>();
        result.incidents().forEach(incident -> incident.findings().forEach(finding -> ids.add(finding.indicator().id()
                + " " + finding.id())));
        return ids;
    }
}
