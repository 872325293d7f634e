package org.mimawari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong is said in one sentence, with exit code 2. */
class UsageTest {

    @TempDir
    private Path folder;

    private static void isOneSentence(CommandRun run, String... words) {
        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("mimawari: ").contains(words).doesNotContain("Exception", "\tat ");
    }

    @Test
    void nothingToScan() {
        isOneSentence(CommandRun.of("scan"), "--export PATH");
    }

    @Test
    void aPathThatDoesNotExist() {
        isOneSentence(CommandRun.of("scan", "--export", folder.resolve("nowhere").toString()), "nowhere");
    }

    @Test
    void anEmptyFolder() {
        isOneSentence(CommandRun.of("scan", "--export", folder.toString()), "no file was found");
    }

    @Test
    void aUserNameBelongsToTheOnlyOwnDomain() throws IOException {
        Files.writeString(folder.resolve("mail.log"), "2026-11-22T03:00:00+09:00 mail dovecot: imap-login: Login: user=<sato>, "
                + "method=PLAIN, rip=192.0.2.7, lip=192.0.2.1, mpid=7, TLS, session=<x>\n");
        String[] arguments = {"evidence", "--export", folder.toString(), "--own-domain", "Shop.example"};
        assertThat(CommandRun.of(arguments).out()).contains("\"mailbox\":\"sato@shop.example\"");
    }

    @Test
    void anUnknownOption() {
        isOneSentence(CommandRun.of("scan", "--exprot", "x"), "--exprot");
    }

    @Test
    void anUnknownCommand() {
        isOneSentence(CommandRun.of("scna"), "scna");
    }

    @Test
    void aWrongLevelAndAWrongZone() throws IOException {
        Files.writeString(folder.resolve("x.txt"), "x");
        isOneSentence(CommandRun.of("scan", "--export", folder.toString(), "--fail-on", "terrible"),
                "'terrible' is none of info, low,");
        isOneSentence(CommandRun.of("scan", "--export", folder.toString(), "--zone", "Mars/Base"), "Mars/Base");
    }

    @Test
    void aLevelInAnyCase() {
        assertThat(CommandRun.of("scan", "--fail-on", "Critical").err()).contains("--export PATH");
        assertThat(CommandRun.of("audit", "--fail-on", "CRITICAL").err()).contains("--export PATH");
        assertThat(CommandRun.of("completion").out()).contains("critical").doesNotContain("CRITICAL");
        assertThat(CommandRun.of("scan", "--help").out()).contains("low, medium, high or critical")
                .doesNotContain("CRITICAL");
    }

    @Test
    void anOwnDomainThatIsNone() throws IOException {
        Files.writeString(folder.resolve("x.txt"), "x");
        isOneSentence(CommandRun.of("scan", "--export", folder.toString(), "--own-domain", "not a domain"), "not a domain");
    }

    @Test
    void aFolderForTheReportThatCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("x.txt"), "x");
        isOneSentence(CommandRun.of("scan", "--export", folder.toString(), "-o", file.resolve("report").toString()),
                file.resolve("report").toString());
    }

    @Test
    void aConfigurationThatIsNotThere() {
        isOneSentence(CommandRun.of("scan", "-c", folder.resolve("no.yaml").toString()), "no.yaml");
    }

    @Test
    void aMalformedConfigurationNamesTheLine() throws IOException {
        Path file = Files.writeString(folder.resolve("m.yaml"), "tenants:\n  - name: a\n   bad indent: [\n");
        isOneSentence(CommandRun.of("scan", "-c", file.toString()), "m.yaml line");
    }

    @Test
    void anUnknownIndicator() {
        isOneSentence(CommandRun.of("explain", "no-such-thing"), "no-such-thing", "mimawari indicators");
    }

    @Test
    void helpTeaches() {
        CommandRun run = CommandRun.of("scan", "--help");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("--own-domain", "Exit codes", "Examples");
    }

    @Test
    void everyIndicatorIsListedAndExplained() {
        CommandRun list = CommandRun.of("indicators");
        assertThat(list.out().lines().count()).isGreaterThan(60);
        list.out().lines().map(line -> line.split(" ", 2)[0]).forEach(id ->
                assertThat(CommandRun.of("explain", id).out()).as(id).contains("What it means", "When it is harmless"));
    }

    @Test
    void theShellCanComplete() {
        assertThat(CommandRun.of("completion").out()).contains("_complete_mimawari");
    }

    @Test
    void theVersionIsSaid() {
        assertThat(CommandRun.of("--version").out().strip()).matches("mimawari [0-9]+\\.[0-9]+\\.[0-9]+");
    }
}
