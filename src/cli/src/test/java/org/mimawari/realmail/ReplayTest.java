package org.mimawari.realmail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.cli.CommandRun;
import org.mimawari.simulator.PlantedIncident;

/** The five takeovers on real servers, scanned with their logs and without. */
@Tag("heavy")
class ReplayTest {

    @TempDir
    static Path folder;

    private static Optional<Replay> running = Optional.empty();

    @BeforeAll
    static void replay() throws Exception {
        Optional<String> missing = RealMailServer.missing();
        Assumptions.assumeTrue(missing.isEmpty(), missing.orElse(""));
        running = Optional.of(new Replay(folder));
        running.get().run();
    }

    @AfterAll
    static void stop() throws IOException {
        if (running.isPresent()) {
            running.get().close();
        }
    }

    private static Path configuration(String name, String more) throws IOException {
        RealMailServer server = running.orElseThrow().server();
        return Files.writeString(folder.resolve(name + ".yaml"), """
                tenants:
                  - name: replay
                    own-domains: [hinode.example]
                    zone: Asia/Tokyo
                    connectors:
                      - type: imap
                        host: 127.0.0.1
                        port: %d
                        ca: %s
                        sieve-port: %d
                        master-user: %s
                        master-password: %s
                        mailboxes: [%s]
                %s""".formatted(server.port("IMAPS"), server.authority(), server.port("SIEVE"), RealMailServer.MASTER,
                RealMailServer.MASTER_PASSWORD, String.join(", ", Replay.MAILBOXES), more));
    }

    private static Report scan(String name, String more) throws IOException {
        CommandRun run = CommandRun.at(Clock.systemUTC(), "scan", "-c", configuration(name, more).toString(), "-o",
                folder.resolve(name).toString(), "--format", "json");
        assertThat(run.code()).as(run.err()).isEqualTo(3);
        return Report.in(folder.resolve(name));
    }

    private static CommandRun round() throws IOException {
        return CommandRun.at(Clock.systemUTC(), "audit", "-c", configuration("rounds", "").toString(), "--state",
                folder.resolve("rounds.db").toString());
    }

    private static Report withLogs() throws IOException {
        return scan("with-logs", "      - type: export\n        paths: [" + running.orElseThrow().evidence() + "]\n");
    }

    private static void assertTimes(Report report, String id) {
        PlantedIncident planted = running.orElseThrow().incident(id);
        assertThat(report.level(planted.mailbox())).as(id).isEqualTo("CRITICAL");
        assertThat(report.first(planted.mailbox())).as(id).isCloseTo(planted.from(), within(1, ChronoUnit.MINUTES));
        assertThat(report.last(planted.mailbox())).as(id).isCloseTo(planted.to(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void theLogsTellEveryTakeoverToTheMinuteAndNobodyElseIsAccused() throws IOException {
        Report report = withLogs();
        List.of("S0", "S1", "S2", "S3", "S4").forEach(id -> assertTimes(report, id));
        for (String quiet : List.of("newsletter", "kato", "yoshida")) {
            assertThat(report.level(quiet + "@hinode.example")).as(quiet).isIn("INFO", "LOW");
        }
        assertThat(report.root().get("evidence").get("rejected").asInt()).isZero();
    }

    @Test
    void theLogsTellHowManyFromWhereAndWhatNeverAppearedInSent() throws IOException {
        Report report = withLogs();
        assertThat(report.words("info@hinode.example")).contains("203.0.113.77", "1,520 recipients in 380 messages",
                "380 messages within 6 h 19 min left without a copy in the Sent folder");
        assertThat(report.words("koho@hinode.example")).contains("198.51.100.61",
                "120,000 recipients outside in 12,000 messages", "12,000 messages within 12 h 29 min left without a copy");
        assertThat(report.words("noreply@hinode.example"))
                .contains(Replay.S2_FROM, "2,000 recipients outside in 2,000 messages");
        assertThat(report.words("suzuki@hinode.example")).contains(Replay.S1_FROM, "36 failure reports for 36 recipients");
        assertThat(report.words("tanaka@hinode.example")).contains(Replay.S4_FROM, "archive@keepsafe.example");
        assertThat(report.indicators("kato@hinode.example")).doesNotContain("sent-no-copy");
    }

    @Test
    void theMailboxesAloneTellWhoWasTakenOverAndWhoseNameWasForged() throws IOException {
        Report report = scan("without-logs", "");
        for (String id : List.of("S0", "S1", "S3", "S4")) {
            assertThat(report.level(running.orElseThrow().incident(id).mailbox())).as(id).isIn("HIGH", "CRITICAL");
        }
        assertThat(report.words("suzuki@hinode.example")).contains("36 failure reports for 36 recipients", "own-server",
                "handed in from " + Replay.S1_FROM);
        assertThat(report.words("tanaka@hinode.example")).contains("archive@keepsafe.example");
        assertThat(report.indicators("yoshida@hinode.example")).contains("bounce-spoofed")
                .doesNotContain("bounce-unknown-original-ours");
        assertThat(report.level("yoshida@hinode.example")).isIn("INFO", "LOW");
        PlantedIncident whole = running.orElseThrow().incident("S3");
        assertThat(report.first(whole.mailbox())).isBetween(whole.from(), whole.from().plusSeconds(600));
        assertThat(report.last(whole.mailbox())).isBetween(whole.to().minusSeconds(600), whole.to().plusSeconds(60));
    }

    @Test
    void withoutLogsNobodyIsCalledClean() throws IOException {
        Report report = scan("without-logs", "");
        for (String quiet : List.of("newsletter", "kato", "yoshida")) {
            assertThat(report.mailbox(quiet + "@hinode.example").get("verdict").asText()).as(quiet).isEqualTo("CANNOT_SAY");
        }
        assertThat(report.root().get("missing").toString()).contains("sign-in");
    }

    @Test
    void aScanLeavesNoTraceInMailFlagsFoldersRightsAndScripts() throws IOException, InterruptedException {
        ServerState state = new ServerState(running.orElseThrow().server());
        List<String> stored = state.stored();
        scan("traces", "");
        assertThat(state.stored()).isEqualTo(stored).hasSizeGreaterThan(4_000)
                .anyMatch(line -> line.contains("/Maildir/new/"));
        List<String> asked = state.asked(Replay.MAILBOXES);
        scan("traces", "");
        assertThat(state.asked(Replay.MAILBOXES)).isEqualTo(asked).hasSizeGreaterThan(4_000);
    }

    @Test
    void earlierScansInTheServersLogAccuseNobody() throws IOException {
        for (int i = 0; i < 3; i++) {
            scan("earlier", "");
        }
        Path evidence = folder.resolve("later");
        running.orElseThrow().copyLogs(evidence, line -> line.replace(" rip=127.0.0.1", " rip=192.0.2.99"));
        Report report = scan("later-report", "      - type: export\n        paths: [" + evidence + "]\n");
        for (String quiet : List.of("newsletter", "kato", "yoshida")) {
            assertThat(report.level(quiet + "@hinode.example")).as(quiet).isIn("INFO", "LOW");
        }
    }

    @Test
    void laterRoundsFetchOnlyNewMailAndTellWhatItMeans() throws IOException, InterruptedException {
        Replay replay = running.orElseThrow();
        CommandRun first = round();
        assertThat(first.code()).as(first.err()).isEqualTo(3);
        assertThat(first.out()).contains("koho@hinode.example").doesNotContain("ito@hinode.example");
        int lines = replay.server().log().size();
        CommandRun second = round();
        assertThat(second.code()).as(second.out() + second.err()).isZero();
        List<String> since = replay.server().log();
        assertThat(since.subList(lines, since.size())).filteredOn(line -> line.contains(" imap(") && line.contains("Logged out"))
                .hasSize(Replay.MAILBOXES.size()).allMatch(line -> line.contains("hdr_count=0") && line.contains("body_count=0"));
        replay.submitInNameOf("ito@hinode.example");
        replay.server().awaitEmptyQueue();
        CommandRun third = round();
        assertThat(third.code()).as(third.out() + third.err()).isEqualTo(3);
        assertThat(third.out()).contains("ito@hinode.example").doesNotContain("koho@hinode.example");
    }
}
