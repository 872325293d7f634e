package org.mimawari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk of the report folder is full: a small one of the test's own, which only root may mount. */
class ReportDiskFullTest {

    private static final String COLUMNS = "MailboxOwnerId,Name,Enabled,Priority,SubjectContainsWords,ForwardTo,"
            + "MoveToFolder,DeleteMessage,MarkAsRead,StopProcessingRules\n";

    @TempDir
    private Path folder;
    private Path evidence;
    private Path disk;
    private Instant now = Instant.parse("2026-11-23T03:00:00Z");

    @BeforeEach
    void fillTheDisk() throws IOException, InterruptedException {
        evidence = Files.createDirectories(folder.resolve("evidence"));
        Files.writeString(evidence.resolve("rules.csv"), COLUMNS + "\"aoi@shop.example\",\".\",\"True\",\"1\","
                + "\"invoice\",\"smtp:away@attacker.example\",\"\",\"True\",\"True\",\"True\"\n");
        disk = Files.createDirectories(folder.resolve("disk"));
        Assumptions.assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString()) == 0,
                "skipped: no disk can be mounted here");
        Files.write(disk.resolve("ballast"), new byte[(2 << 20) - 12_288]);
    }

    @AfterEach
    void takeTheDiskAway() throws IOException, InterruptedException {
        run("umount", disk.toString());
    }

    @Test
    void theNextRoundMakesUpForTheReportThoughNothingChanged() throws IOException {
        CommandRun first = round();
        CommandRun second = round();
        Files.delete(disk.resolve("ballast"));
        CommandRun third = round();
        Map<String, Instant> written = reports();
        CommandRun fourth = round();

        assertThat(first.code()).isEqualTo(3);
        assertThat(first.out()).contains("aoi@shop.example");
        assertThat(second.code()).isEqualTo(1);
        assertThat(second.err()).contains(disk.resolve("r/export/report.").toString(),
                "the disk is full: make room there",
                "the next round writes it").doesNotContain("Exception");
        assertThat(third.code()).isZero();
        assertThat(third.out()).contains("nothing new");
        assertThat(written).containsKeys("report.json", "report.html", "timeline.csv");
        assertThat(fourth.code()).isZero();
        assertThat(reports()).isEqualTo(written);
    }

    @Test
    void noHalfWrittenFileBearsTheNameOfAReport() throws IOException {
        round();

        assertThat(reports()).isEmpty();
    }

    @Test
    void theReportBeforeStays() throws IOException {
        Files.delete(disk.resolve("ballast"));
        round();
        Map<String, Instant> before = reports();
        Files.write(disk.resolve("ballast"), new byte[(int) Files.getFileStore(disk).getUsableSpace() - 4_096]);
        Files.writeString(evidence.resolve("rules.csv"), COLUMNS + "\"ken@shop.example\",\"News\",\"True\",\"1\","
                + "\"newsletter\",\"\",\"ken\\Later\",\"\",\"\",\"\"\n");

        CommandRun run = round();

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("Resolved");
        assertThat(reports()).isEqualTo(before);
    }

    @Test
    void aScanTellsWhatItFoundAllTheSame() throws IOException {
        CommandRun run = CommandRun.at(now, "scan", "--export", evidence.toString(), "--own-domain", "shop.example",
                "-o", disk.resolve("r").toString());

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.out()).contains("aoi@shop.example").doesNotContain("report.html");
        assertThat(run.err()).contains("mimawari: the report " + disk.resolve("r"), "the disk is full")
                .doesNotContain("Exception", "internal error");
        try (Stream<Path> files = Files.list(disk.resolve("r"))) {
            assertThat(files).isEmpty();
        }
    }

    private CommandRun round() {
        CommandRun run = CommandRun.at(now, "audit", "--export", evidence.toString(), "--own-domain", "shop.example",
                "--state", folder.resolve("state.db").toString(), "-o", disk.resolve("r").toString());
        now = now.plus(Duration.ofHours(1));
        return run;
    }

    /** What lies in the folder, and since when. */
    private Map<String, Instant> reports() throws IOException {
        try (Stream<Path> files = Files.list(disk.resolve("r/export"))) {
            Map<String, Instant> reports = new TreeMap<>();
            for (Path file : files.toList()) {
                reports.put(file.getFileName().toString(), Files.getLastModifiedTime(file).toInstant());
            }
            return reports;
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(List.of(command)).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
    }
}
