package org.mimawari.connector.export.serverlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Coverage.State;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;

class ServerLogReaderTest {

    private static final String WRITTEN = "2026-11-24T00:00:00Z";

    @TempDir
    private Path folder;

    private LogStory story() {
        return new LogStory(folder);
    }

    private static String failure(String at, int port) {
        return at + " mail postfix/smtpd[" + port
                + "]: warning: unknown[203.0.113.9]: SASL PLAIN authentication failed: x,"
                + " sasl_username=info@corp.example";
    }

    private static byte[] packed(String... lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void readsARotatedSetAsOneStreamOldestFirst() throws IOException {
        String id = " mail postfix/qmgr[8]: C6191C35: ";
        var sent = story().file("mail.log", WRITTEN, "Nov 22 03:00:00" + id + "removed")
                .file("mail.log.1", WRITTEN, "Nov 21 03:00:00" + id
                        + "from=<a@corp.example>, size=7, nrcpt=2 (queue active)")
                .file("mail.log.2.gz", WRITTEN, packed("Nov 20 03:00:00 mail postfix/smtpd[9]: C6191C35:"
                        + " client=u[203.0.113.50], sasl_method=PLAIN, sasl_username=a@corp.example"))
                .read(SentMessage.class);
        assertThat(sent).singleElement().matches(m -> m.recipients() == 2 && m.ref().source().equals("mail.log.2.gz"));
    }

    @Test
    void countsOverlapsOfFilesAsDuplicatesButNotRepetitionsWithinOne() {
        String twice = failure("Nov 21 03:00:00", 1);
        String other = failure("Nov 21 03:00:01", 2);
        var sink = story().file("mail.log.1", WRITTEN, twice, twice, other)
                .file("mail.log", WRITTEN, twice, other, failure("Nov 21 03:00:02", 3)).read();
        assertThat(sink.evidence(SignIn.class)).hasSize(4);
        assertThat(sink.admitted()).isEqualTo(4);
        assertThat(sink.duplicates()).isEqualTo(2);
    }

    @Test
    void countsAMessageOnceThatTheJournalAndTheSyslogFileShow() {
        String id = "C6191C35: ";
        String[] messages = {id + "client=u[203.0.113.50], sasl_method=PLAIN, sasl_username=a@corp.example",
            id + "from=<a@corp.example>, size=7, nrcpt=1 (queue active)",
            id + "to=<b@far.example>, relay=mx.far.example[198.51.100.1]:25, delay=1, dsn=2.0.0, status=sent (250 ok)",
            id + "removed"};
        String syslog = Arrays.stream(messages).map(text -> "Nov 22 03:00:00 mail postfix/smtpd[9]: " + text)
                .collect(Collectors.joining("\n"));
        String journal = Arrays.stream(messages).map(text -> "{\"__REALTIME_TIMESTAMP\":\"1795284000123456\",\"_HOSTNAME\":"
                + "\"mail.corp.example\",\"SYSLOG_IDENTIFIER\":\"postfix/smtpd\",\"_PID\":\"9\",\"MESSAGE\":\"" + text + "\"}")
                .collect(Collectors.joining("\n"));
        var sink = story().file("mail.log", WRITTEN, syslog).file("journal.json", WRITTEN, journal).read();
        assertThat(sink.evidence(SentMessage.class)).hasSize(1);
        assertThat(sink.duplicates()).isEqualTo(4);
    }

    @Test
    void acceptsLinesOfOtherProgramsAndRejectsRubbish() {
        var sink = story().log("Nov 22 03:00:00 mail sshd[9]: Failed password for root from 203.0.113.9 port 5 ssh2",
                "\u0001\u0002\uFFFD garbage", "Nov 22 03:00:01 mail kernel: eth0: link up", "just some words",
                failure("Nov 22 03:00:02", 1)).read();
        assertThat(sink.admitted()).isEqualTo(3);
        assertThat(sink.rejected()).hasSize(2).allMatch(why -> why.startsWith("mail.log line:")
                && !why.contains("words"));
    }

    @Test
    void rejectsAnEndlessLineAndGoesOn() {
        String endless = "x".repeat(3 << 20);
        var sink = story().log(failure("Nov 22 03:00:00", 1), endless, failure("Nov 22 03:00:01", 2)).read();
        assertThat(sink.rejected()).singleElement().asString().contains("line:2").contains("longer");
        assertThat(sink.evidence(SignIn.class)).hasSize(2);
    }

    @Test
    void reportsAPackedFileThatIsCutOff() throws IOException {
        String[] lines = IntStream.range(0, 5_000).mapToObj(i -> failure("Nov 22 03:00:00",
                i * 7919)).toArray(String[]::new);
        byte[] whole = packed(lines);
        var sink = story().file("mail.log.gz", WRITTEN, Arrays.copyOf(whole, whole.length / 2)).read();
        assertThat(sink.evidence(SignIn.class)).isNotEmpty();
        assertThat(sink.rejected()).singleElement().asString().contains("read only in part");
        assertThat(coverage(sink, EvidenceKind.SENT_MESSAGE)).contains(State.NOT_COLLECTED.name());
    }

    @Test
    void recognisesLogsByTheirContent() {
        assertThat(story().file("holiday.jpg", WRITTEN, failure("Nov 22 03:00:00", 1)).recognised()).isGreaterThan(90);
        assertThat(new LogStory(folder).file("notes.log", WRITTEN, "2026-01-01,Operation,\"{}\"",
                "a,b,c").recognised()).isZero();
        assertThat(new LogStory(folder).file("x.json", WRITTEN,
                "{\"Operation\":\"Send\",\"message\":\"x\"}").recognised())
                .isZero();
        assertThat(new LogStory(folder).file("a.yaml", WRITTEN, "imap: true", "auth: none",
                "master: x").recognised()).isZero();
        assertThat(new LogStory(folder).file("a.eml", WRITTEN, "Received: from a",
                "From: a@b.example").recognised()).isZero();
    }

    @Test
    void staysQuickWhereFailuresPileUp() {
        String[] lines = IntStream.range(0,
                60_000).mapToObj(i -> String.format("2026-11-22T03:%02d:%02d.%03dZ mail dovecot:"
                + " auth: sql(u%d,203.0.113.9,<S%d>): Password mismatch", i / 6_000, i / 100 % 60, i % 1000, i, i))
                .toArray(String[]::new);
        long before = System.nanoTime();
        assertThat(story().log(lines).read(SignIn.class)).hasSize(60_000);
        assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
    }

    @Test
    void saysWhatTheLogsDoNotShow() {
        var sink = story().log("Nov 22 03:00:00 mail postfix/smtpd[9]: C6191C35: client=u[203.0.113.50],"
                + " sasl_method=PLAIN, sasl_username=a@corp.example").read();
        assertThat(coverage(sink, EvidenceKind.SIGN_IN)).contains("PARTIAL").contains("only SMTP AUTH");
        assertThat(coverage(sink, EvidenceKind.SENT_MESSAGE)).contains("COLLECTED");
        assertThat(coverage(sink, EvidenceKind.MAIL_ACCESS)).contains("NOT_COLLECTED");
    }

    @Test
    void doesNotMissInOneFileWhatAnotherShows() {
        var sink = story().file("mail.log", WRITTEN, "Nov 22 03:00:00 mail postfix/smtpd[9]: C6191C35:"
                + " client=u[203.0.113.50], sasl_method=PLAIN, sasl_username=a@corp.example")
                .file("dovecot.log", WRITTEN,
                        "Nov 22 03:00:00 imap-login: Info: Login: user=<a>, rip=203.0.113.5, session=<S>")
                .read();
        assertThat(sink.coverage()).filteredOn(piece -> piece.kind() == EvidenceKind.SIGN_IN)
                .extracting(Coverage::state).containsExactly(State.COLLECTED, State.COLLECTED);
        assertThat(sink.coverage()).filteredOn(piece -> piece.kind() == EvidenceKind.SENT_MESSAGE).hasSize(1);
    }

    @Test
    void claimsNothingOfASystemLogWithoutMail() {
        var sink = story().log("Nov 22 03:00:01 mail kernel: eth0: link up").read();
        assertThat(sink.coverage()).allMatch(piece -> piece.state() == State.NOT_COLLECTED);
    }

    private static String coverage(RecordingSink sink, EvidenceKind kind) {
        return sink.coverage().stream().filter(piece -> piece.kind() == kind)
                .map(piece -> piece.state() + " " + piece.reason().orElse("")).collect(Collectors.joining());
    }
}
