package org.mimawari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditTest {

    private static final Instant MONDAY = Instant.parse("2026-11-23T03:00:00Z");
    private static final String RULES = "MailboxOwnerId,Name,Enabled,Priority,SubjectContainsWords,ForwardTo,MoveToFolder,"
            + "DeleteMessage,MarkAsRead,StopProcessingRules\n";
    private static final String THEFT =
            "\"aoi@hinode.example\",\".\",\"True\",\"1\",\"invoice\",\"smtp:away@attacker.example\",\"\",\"True\",\"True\",\"True\"\n";
    private static final String ORDINARY =
            "\"ken@hinode.example\",\"News\",\"True\",\"1\",\"newsletter\",\"\",\"ken\\Later\",\"\",\"\",\"\"\n";

    @TempDir
    private Path folder;
    private Path evidence;
    private Instant now = MONDAY;

    @BeforeEach
    void openFolder() throws IOException {
        evidence = Files.createDirectories(folder.resolve("evidence"));
    }

    @Test
    void tellsAnIncidentOnce() throws IOException {
        write("rules.csv", RULES + THEFT + ORDINARY);

        assertThat(round().code()).isEqualTo(3);
        CommandRun second = round();

        assertThat(second.code()).isZero();
        assertThat(second.out().lines()).singleElement().asString().contains("nothing new", "1 incident open", "0 records");
    }

    @Test
    void saysThatItBeginsAnewWhereThereIsNoState() throws IOException {
        write("rules.csv", RULES + ORDINARY);
        String sentence = "ew state made at " + state() + "; this is the first round";

        CommandRun first = round();
        CommandRun second = round();

        assertThat(first.out()).contains("N" + sentence);
        assertThat(first.err()).contains("n" + sentence);
        assertThat(second.out() + second.err()).doesNotContain("first round");
    }

    @Test
    void makesUpForAReportThatCouldNotBeWritten() throws IOException {
        write("rules.csv", RULES + THEFT);
        Path inTheWay = Files.createFile(Files.createDirectories(folder.resolve("report")).resolve("export"));

        CommandRun first = round("-o", folder.resolve("report").toString());
        Files.delete(inTheWay);
        CommandRun second = round("-o", folder.resolve("report").toString());

        assertThat(first.code()).isEqualTo(3);
        assertThat(first.err()).contains("the report " + inTheWay + " cannot be written, a file stands in the way",
                "the next round writes it");
        assertThat(second.out()).contains("nothing new");
        assertThat(folder.resolve("report/export/report.json")).isNotEmptyFile();
    }

    @Test
    void acknowledgesNothingWhereThereIsNoState() throws IOException {
        String mistyped = folder.resolve("sate.db").toString();
        Path empty = Files.createFile(folder.resolve("empty.db"));

        for (String state : List.of(mistyped, empty.toString())) {
            CommandRun ack = CommandRun.at(now, "ack", "I-0", "--owner", "sato", "--why", "known", "--state", state);
            assertThat(ack.code()).isEqualTo(2);
            assertThat(ack.err()).contains("there is no state " + state);
        }
        assertThat(Path.of(mistyped)).doesNotExist();
        assertThat(empty).isEmptyFile();
    }

    @Test
    void saysWhenAnIncidentIsResolved() throws IOException {
        write("rules.csv", RULES + THEFT + ORDINARY);
        round();
        write("rules.csv", RULES + ORDINARY);

        CommandRun after = round();

        assertThat(after.code()).isZero();
        assertThat(after.out()).contains("Resolved", "aoi@hinode.example", "1 resolved", "0 incidents open");
        assertThat(round().out()).contains("nothing new");
    }

    @Test
    void datesARuleByTheRoundsBetweenWhichItAppeared() throws IOException {
        write("rules.csv", RULES + ORDINARY);
        round();
        write("rules.csv", RULES + ORDINARY + THEFT);

        CommandRun second = round("-o", folder.resolve("report").toString());

        assertThat(second.code()).isEqualTo(3);
        assertThat(Files.readString(folder.resolve("report/export/report.json")))
                .contains("\"firstSeen\" : \"2026-11-23T03:00:00Z\"", "\"lastSeen\" : \"2026-11-23T04:00:00Z\"");
    }

    @Test
    void doesNotDateARuleThatWasThereFromTheBeginning() throws IOException {
        write("rules.csv", RULES + THEFT);

        round("-o", folder.resolve("report").toString());

        assertThat(Files.readString(folder.resolve("report/export/report.json"))).doesNotContain("\"firstSeen\" : \"2026");
    }

    @Test
    void findsAForwardingThatWasSetAndRemovedBetweenTwoRounds() throws IOException {
        write("audit.ndjson", signIn("a1", "2026-11-23T01:00:00"));
        round();
        append("audit.ndjson", forwarding("a2", "2026-11-23T03:10:00", "smtp:away@attacker.example")
                + forwarding("a3", "2026-11-23T03:40:00", ""));

        CommandRun second = round();

        assertThat(second.out()).contains("New", "aoi@hinode.example", "away@attacker.example", "2 records read");
    }

    @Test
    void readsOnlyWhatWasAddedToALog() throws IOException {
        write("audit.ndjson", signIn("a1", "2026-11-23T01:00:00") + signIn("a2", "2026-11-23T01:01:00"));
        assertThat(round().out()).contains("2 records read");
        append("audit.ndjson", signIn("a3", "2026-11-23T03:30:00"));

        assertThat(round().out()).contains("1 record read");
    }

    @Test
    void findsTheSameInPiecesAsInOne() throws IOException {
        String first = signIn("a1", "2026-11-23T01:00:00") + forwarding("a2", "2026-11-23T01:10:00", "smtp:x@attacker.example");
        String second = signIn("a3", "2026-11-23T03:30:00") + signIn("a1", "2026-11-23T01:00:00");
        write("audit.ndjson", first);
        round();
        append("audit.ndjson", second);
        round("-o", folder.resolve("pieces").toString());

        CommandRun.at(now, "scan", "--export", evidence.toString(), "--own-domain", "hinode.example", "-o",
                folder.resolve("whole").toString());

        assertThat(withoutRun(folder.resolve("pieces/export/report.json")))
                .isEqualTo(withoutRun(folder.resolve("whole/report.json")));
    }

    @Test
    void readsALogThatWasWrittenAnewFromItsBeginning() throws IOException {
        write("audit.ndjson", signIn("a1", "2026-11-23T01:00:00") + signIn("a2", "2026-11-23T01:01:00"));
        round();
        write("audit.ndjson", signIn("b1", "2026-11-23T02:00:00") + signIn("b2", "2026-11-23T02:01:00")
                + signIn("b3", "2026-11-23T02:02:00"));

        assertThat(round().out()).contains("3 records read");
    }

    @Test
    void remembersALogThatWasRotatedAway() throws IOException {
        write("audit-20261121.ndjson", forwarding("a2", "2026-11-21T01:10:00", "smtp:x@attacker.example"));
        write("audit-20261122.ndjson", signIn("a1", "2026-11-22T01:00:00"));
        round();
        Files.delete(evidence.resolve("audit-20261121.ndjson"));

        CommandRun after = round();

        assertThat(after.out()).contains("nothing new", "1 incident open");
    }

    @Test
    void forgetsEvidenceThatWasTakenOutOfTheFolder() throws IOException {
        write("rules.csv", RULES + THEFT);
        write("audit.ndjson", signIn("a1", "2026-11-22T01:00:00"));
        round();
        Files.delete(evidence.resolve("rules.csv"));

        assertThat(round().out()).contains("Resolved", "aoi@hinode.example");
    }

    @Test
    void remembersWhatAFileShowedThatCannotBeReadAnyMore() throws IOException {
        write("rules.csv", RULES + THEFT);
        round();
        write("rules.csv", "\u0000\u0001\u0002\u0003 nothing that anybody could read \u0000\u0005");

        CommandRun after = round();

        assertThat(after.code()).isEqualTo(4);
        assertThat(after.out()).contains("rules.csv", "1 incident open").doesNotContain("Resolved");
    }

    @Test
    void remembersWhatALogToldBeforeItWasEmptied() throws IOException {
        String beginning = signIn("a1", "2026-11-21T01:00:00");
        write("audit.ndjson", beginning + forwarding("a2", "2026-11-21T01:10:00", "smtp:x@attacker.example"));
        assertThat(round().out()).contains("New");
        write("audit.ndjson", beginning);

        CommandRun cut = round();
        write("audit.ndjson", "");

        assertThat(cut.out()).contains("1 incident open").doesNotContain("Resolved");
        assertThat(round().out()).contains("1 incident open").doesNotContain("Resolved");
    }

    @Test
    void doesNotRememberALogTwiceThatWasPackedOrRenamed() throws IOException {
        write("audit-20261121.ndjson", forwarding("a2", "2026-11-21T01:10:00", "smtp:x@attacker.example"));
        round();
        Files.move(evidence.resolve("audit-20261121.ndjson"), evidence.resolve("old-20261121.ndjson"));

        round("-o", folder.resolve("report").toString());

        assertThat(Files.readString(folder.resolve("report/export/report.json"))).contains("\"duplicate\" : 0");
    }

    @Test
    void tellsTheEndOfAnAcknowledgementAlsoWhereNothingNewCame() throws IOException {
        write("rules.csv", RULES + THEFT);
        String id = round().out().replaceAll("(?s).*(I-[0-9a-f]+).*", "$1");
        CommandRun.at(now, "ack", id, "--owner", "sato", "--why", "known", "--for", "30m", "--state", state());

        assertThat(round().out()).contains("nothing new");
        assertThat(round().out()).contains("Still open", id);
        assertThat(round().out()).contains("nothing new");
    }

    @Test
    void refusesADatabaseWhereAFileIsWanted() throws IOException {
        write("rules.csv", RULES + THEFT);

        CommandRun run = round("--state", "jdbc:postgresql://127.0.0.1:1/x");

        assertThat(run.code()).isEqualTo(2);
    }

    @Test
    void saysThatEvidenceIsTooOldToBeJudged() throws IOException {
        write("audit.ndjson", signIn("a1", "2026-01-01T01:00:00") + signIn("a2", "2026-11-22T01:00:00"));

        assertThat(round().out()).contains("1 pieces of evidence are older than 2026-08-24");
    }

    @Test
    void staysSilentAboutAnAcknowledgedIncidentUntilTheTimeIsOver() throws IOException {
        write("rules.csv", RULES + THEFT);
        String id = round().out().replaceAll("(?s).*(I-[0-9a-f]+).*", "$1");
        CommandRun ack = CommandRun.at(now, "ack", id, "--owner", "sato", "--why", "known", "--for", "2d", "--state", state());
        assertThat(ack.code()).isZero();

        now = now.plus(Duration.ofDays(1));
        assertThat(round().out()).contains("nothing new");
        now = now.plus(Duration.ofDays(2));

        assertThat(round().out()).contains("Still open", id);
    }

    @Test
    void namesTheOpenIncidentsWhereAnUnknownOneIsAcknowledged() throws IOException {
        write("rules.csv", RULES + THEFT);
        round();

        CommandRun ack = CommandRun.at(now, "ack", "I-0", "--owner", "sato", "--why", "known", "--state", state());

        assertThat(ack.code()).isEqualTo(2);
        assertThat(ack.err()).contains("I-0", "open are I-");
    }

    @Test
    void refusesADamagedStateAndLeavesItAsItIs() throws IOException {
        write("rules.csv", RULES + THEFT);
        Files.writeString(Path.of(state()), "this is no database, but a longer text than the head of one would be");
        byte[] before = Files.readAllBytes(Path.of(state()));

        CommandRun refused = round();

        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("damaged or no state of Mimawari", "left as it is");
        assertThat(Files.readAllBytes(Path.of(state()))).isEqualTo(before);
    }

    @Test
    void tellsAClockThatWasSetBack() throws IOException {
        write("rules.csv", RULES + THEFT);
        round();
        now = MONDAY.minus(Duration.ofDays(1));

        assertThat(round().out()).contains("set back");
    }

    private CommandRun round(String... more) {
        String[] usual = {"audit", "--export", evidence.toString(), "--own-domain", "hinode.example", "--state", state(),
            "--zone", "UTC"};
        String[] all = new String[usual.length + more.length];
        System.arraycopy(usual, 0, all, 0, usual.length);
        System.arraycopy(more, 0, all, usual.length, more.length);
        CommandRun run = CommandRun.at(now, all);
        now = now.plus(Duration.ofHours(1));
        return run;
    }

    private String state() {
        return folder.resolve("state.db").toString();
    }

    private void write(String name, String text) throws IOException {
        Path next = Files.writeString(folder.resolve("next"), text);
        Files.setLastModifiedTime(next, FileTime.from(now));
        Files.move(next, evidence.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private void append(String name, String text) throws IOException {
        Files.write(evidence.resolve(name), text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
    }

    static String withoutRun(Path report) throws IOException {
        return Files.readString(report).replaceAll("(?s)\"run\" : \\{[^}]*}", "");
    }

    private static String signIn(String id, String time) {
        return "{\"CreationTime\":\"" + time + "\",\"Id\":\"" + id + "\",\"Operation\":\"UserLoggedIn\",\"RecordType\":15,"
                + "\"ResultStatus\":\"Success\",\"Workload\":\"AzureActiveDirectory\",\"UserId\":\"aoi@hinode.example\","
                + "\"ClientIP\":\"192.0.2.10\"}\n";
    }

    private static String forwarding(String id, String time, String target) {
        return "{\"CreationTime\":\"" + time + "\",\"Id\":\"" + id + "\",\"Operation\":\"Set-Mailbox\",\"RecordType\":1,"
                + "\"ResultStatus\":\"True\",\"Workload\":\"Exchange\",\"UserId\":\"aoi@hinode.example\","
                + "\"ClientIP\":\"198.51.100.7\",\"ObjectId\":\"aoi@hinode.example\",\"Parameters\":[{\"Name\":\"Identity\","
                + "\"Value\":\"aoi@hinode.example\"},{\"Name\":\"ForwardingSmtpAddress\",\"Value\":\"" + target + "\"}]}\n";
    }
}
