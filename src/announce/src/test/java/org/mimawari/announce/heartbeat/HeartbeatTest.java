package org.mimawari.announce.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.announce.Stories;
import org.mimawari.announce.heartbeat.TenantPulse.IncidentCount;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.indicator.Level;

class HeartbeatTest {

    @TempDir
    private Path folder;

    @Test
    void tellsHowTheRoundsAreDoing() throws IOException {
        assertThat(written(pulse("hinode"))).contains(
                "# HELP mimawari_last_run_timestamp_seconds When the last round began, whatever became of it.",
                "# TYPE mimawari_last_run_timestamp_seconds gauge",
                "mimawari_last_run_timestamp_seconds{tenant=\"hinode\"} 1714532400",
                "mimawari_last_success_timestamp_seconds{tenant=\"hinode\"} 0",
                "mimawari_run_duration_seconds{tenant=\"hinode\"} 12.345",
                "mimawari_incidents{tenant=\"hinode\",status=\"open\",level=\"high\"} 3",
                "mimawari_incidents{tenant=\"hinode\",status=\"new\",level=\"critical\"} 0",
                "mimawari_evidence_records{tenant=\"hinode\",kind=\"sign-in\"} 120000",
                "# TYPE mimawari_rounds_failed_total counter",
                "mimawari_rounds_failed_total{tenant=\"hinode\"} 2",
                "mimawari_outbox_waiting{tenant=\"hinode\"} 7");
    }

    @Test
    void describesEveryMetricOnceWithAllItsLinesBelow() throws IOException {
        List<String> lines = written(pulse("b"), pulse("a"));

        assertThat(lines.stream().filter(line -> line.startsWith("# TYPE"))).doesNotHaveDuplicates().hasSize(7);
        assertThat(lines.stream().filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf(' '))))
                .doesNotHaveDuplicates();
        assertThat(lines).filteredOn(line -> line.startsWith("mimawari_outbox_waiting"))
                .containsExactly("mimawari_outbox_waiting{tenant=\"a\"} 7", "mimawari_outbox_waiting{tenant=\"b\"} 7");
    }

    @Test
    void everyLineHasTheFormOfPrometheus() throws IOException {
        assertThat(written(pulse("a\"} 1\nevil{x=\"\\"))).allSatisfy(line -> assertThat(line).matches(
                "# (HELP|TYPE) mimawari_[a-z_]+ .+|mimawari_[a-z_]+\\{([a-z]+=\"([^\"\\\\]|\\\\.)*\",?)+} [0-9.]+"));
    }

    @Test
    void replacesTheFileAsAWholeReadableForAll() throws IOException {
        Path file = folder.resolve("mimawari.prom");
        Files.writeString(file, "old");

        new Heartbeat(file).write(List.of(pulse("hinode")));

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-r--r--");
        assertThat(Files.readString(file)).startsWith("# HELP").endsWith("\n");
        assertThat(names()).containsExactly("mimawari.prom");
    }

    @Test
    void leavesNothingBehindWhereItCannotWrite() throws IOException {
        Path inTheWay = Files.createDirectories(folder.resolve("mimawari.prom/full"));

        assertThatThrownBy(() -> new Heartbeat(inTheWay.getParent()).write(List.of(pulse("hinode"))))
                .isInstanceOf(IOException.class);
        assertThat(names()).containsExactly("mimawari.prom");
    }

    @Test
    void refusesANameThatTheCollectorDoesNotRead() {
        assertThatThrownBy(() -> new Heartbeat(folder.resolve("mimawari.txt")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> written(TenantPulse... tenants) throws IOException {
        Path file = folder.resolve("mimawari.prom");
        new Heartbeat(file).write(List.of(tenants));
        return Files.readAllLines(file);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static TenantPulse pulse(String tenant) {
        return new TenantPulse(tenant, Stories.NOON, Optional.empty(), Duration.ofMillis(12_345),
                List.of(new IncidentCount(IncidentStatus.OPEN, Level.HIGH, 3)),
                        Map.of(EvidenceKind.SIGN_IN, 120_000L), 2, 7);
    }
}
