package org.mimawari.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.ConnectorException;

/** One machine pretends to be several: whatever is cut, the report is that of one program, byte by byte. */
class LocalScanTest {

    private static final String MASTER = "local[2]";

    @TempDir
    private static Path folder;

    private static Path log = Path.of("");

    @BeforeAll
    static void inventLog() throws IOException, InterruptedException {
        System.setProperty("spark.mimawari.stretch", "1m");
        log = InventedLog.of(folder, 12_000_000, "shuffled");
    }

    @AfterAll
    static void forgetStretch() {
        System.clearProperty("spark.mimawari.stretch");
    }

    @Test
    void readsStretchesOfOneFileAsOneProgramReadsTheFile() throws ConnectorException, IOException {
        BothWays scans = new BothWays(log);
        assertThat(scans.byMany(MASTER)).contains("\"incidents\"").isEqualTo(scans.byOne());
    }

    @Test
    void countsRecordsThatSeveralFilesHaveForTheFirstOfThemOnly() throws ConnectorException, IOException {
        Path several = Files.createDirectory(folder.resolve("several"));
        InventedLog.lines(log, 0, 4_000, several.resolve("a.ndjson"));
        InventedLog.lines(log, 3_000, 8_000, several.resolve("b.ndjson"));
        InventedLog.lines(log, 7_000, 20_000, several.resolve("c.ndjson"));
        InventedLog.pack(several.resolve("c.ndjson"));
        BothWays scans = new BothWays(several);
        assertThat(scans.byMany(MASTER)).isEqualTo(scans.byOne());
    }

    @Test
    void readsEveryKindOfExportAsOneProgramDoes() throws ConnectorException, IOException {
        BothWays scans = new BothWays(Path.of("../../examples/mixed/evidence"), Path
                .of("../../examples/s4-quiet-theft/evidence"));
        assertThat(scans.byMany(MASTER)).isEqualTo(scans.byOne());
    }

    @Test
    void namesWhatCannotBeReadAsOneProgramDoes() throws ConnectorException, IOException {
        Path odd = Files.createDirectory(folder.resolve("odd"));
        InventedLog.lines(log, 0, 3_000, odd.resolve("log.ndjson"));
        String lines = Files.readString(odd.resolve("log.ndjson"));
        Files.writeString(odd.resolve("log.ndjson"), lines.replace("\"Operation\":\"Send\"", "\"Operation\":\"Send"));
        Files.writeString(odd.resolve("empty.csv"), "");
        Files.writeString(odd.resolve("picture.png"), "\u0089PNG\r\n\u001a\n");
        BothWays scans = new BothWays(odd);
        assertThat(scans.byMany(MASTER)).contains("picture.png").isEqualTo(scans.byOne());
    }

    @Test
    void callsNoMailboxCleanOfWhichMoreIsKnownThanFits() throws ConnectorException, IOException {
        System.setProperty("spark.mimawari.mailbox", "20k");
        try {
            String report = new BothWays(InventedLog.skewed(folder, 20_000)).byMany(MASTER);
            assertThat(report).containsPattern("\"service@hinode.example\"[^}]{0,200}\"verdict\" ?: ?\"CANNOT_SAY\"")
                    .contains("more does not fit into the memory of one executor");
        } finally {
            System.clearProperty("spark.mimawari.mailbox");
        }
    }

    @Test
    void readsFromAFileSystemThatOnlyHadoopKnows() throws ConnectorException, IOException {
        System.setProperty("spark.hadoop.fs.far.impl", FarFileSystem.class.getName());
        Path stored = Files.createDirectory(folder.resolve("stored"));
        InventedLog.lines(log, 0, 5_000, stored.resolve("log.ndjson"));
        InventedLog.lines(log, 5_000, 6_000, stored.resolve("more.ndjson"));
        InventedLog.pack(stored.resolve("more.ndjson"));
        Zip.folder(Path.of("../../examples/s4-quiet-theft/evidence"), stored.resolve("exports.zip"));
        String far = new BothWays("far://" + stored).byMany(MASTER);
        assertThat(far).contains("\"incidents\"").isEqualTo(new BothWays(stored).byOne());
    }

    @Test
    void writesFindingsAndCoverageAsTables() throws ConnectorException, IOException {
        Path tables = folder.resolve("tables");
        new BothWays(log).byMany(MASTER, Optional.of(tables.toString()));
        try (SparkSession session = SparkSession.builder().master(MASTER).config("spark.ui.enabled", "false")
                .getOrCreate()) {
            long findings = session.read().parquet(tables + "/findings.parquet").count();
            long coverage = session.read().parquet(tables + "/coverage.parquet").where("state = 'COLLECTED'").count();
            assertThat(Math.min(findings, coverage)).isPositive();
        }
    }
}
