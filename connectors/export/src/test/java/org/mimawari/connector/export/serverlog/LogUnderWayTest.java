package org.mimawari.connector.export.serverlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.SignIn;

/** The server goes on writing its log, or rotates it, while the scan reads it. */
class LogUnderWayTest {

    private static final int LINES = 5_000;

    @TempDir
    private Path folder;
    private Path log = Path.of("mail.log");

    private static String logins(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "2026-11-24T03:%02d:%02d.%03d+09:00 mail dovecot: "
                .formatted(i / 60_000 % 60, i / 1_000 % 60, i % 1_000) + "imap-login: Login: user=<a@corp.example>, "
                + "method=PLAIN, rip=203.0.113.7, lip=192.0.2.1, mpid=" + i + ", TLS, session=<s" + i + ">\n")
                .collect(Collectors.joining());
    }

    @BeforeEach
    void write() throws IOException {
        log = Files.writeString(folder.resolve("mail.log"), logins(0, LINES));
    }

    private RecordingSink read(Runnable meanwhile) {
        RecordingSink sink = new RecordingSink();
        Source source = new Source(log, "mail.log", Optional.empty(), List.of());
        new ServerLogReader(new ExportSettings(List.of(), Optional.empty(), Optional.empty(), ZoneOffset.UTC,
                OwnDomains.of("corp.example"))).read(List.of(source), new Disturbed(sink, meanwhile));
        return sink;
    }

    private Runnable appending(String text) {
        return () -> write(text, StandardOpenOption.APPEND);
    }

    private void write(String text, StandardOpenOption how) {
        try {
            Files.writeString(log, text, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void readsWhatWasThereAndWhateverIsAddedMeanwhile() {
        RecordingSink sink = read(appending(logins(LINES, LINES + 100)));
        assertThat(sink.evidence(SignIn.class)).hasSizeBetween(LINES, LINES + 100);
        assertThat(sink.rejected()).isEmpty();
        assertThat(sink.coverage()).noneMatch(Coverage::isBroken);
    }

    @Test
    void leavesAHalfWrittenLineForTheNextRound() {
        String half = logins(LINES, LINES + 1).replaceFirst("203\\.0\\.113\\.7.*\n", "203.0.113.7");
        RecordingSink sink = read(appending(half));
        assertThat(sink.evidence(SignIn.class)).hasSize(LINES);
        assertThat(read(appending("7, lip=192.0.2.1, mpid=1, TLS, session=<x>\n")).evidence(SignIn.class)).hasSize(LINES + 1);
    }

    @Test
    void readsTheLastLineOfALogThatEndsWithoutALineEnd() throws IOException {
        Files.writeString(log, logins(0, LINES).stripTrailing());
        assertThat(read(() -> { }).evidence(SignIn.class)).hasSize(LINES);
    }

    @Test
    void saysSoWhereTheLogWasEmptiedWhileItWasRead() {
        RecordingSink sink = read(() -> write("", StandardOpenOption.TRUNCATE_EXISTING));
        assertThat(sink.coverage()).anyMatch(piece -> piece.state() == Coverage.State.PARTIAL);
        assertThat(sink.rejected()).singleElement().asString().contains("it became shorter while it was read");
    }

    /** Does something to the log as soon as its first line was read. */
    private static final class Disturbed implements EvidenceSink {

        private final RecordingSink sink;
        private Optional<Runnable> meanwhile;

        Disturbed(RecordingSink sink, Runnable meanwhile) {
            this.sink = sink;
            this.meanwhile = Optional.of(meanwhile);
        }

        @Override
        public boolean admit(long fingerprint) {
            meanwhile.ifPresent(Runnable::run);
            meanwhile = Optional.empty();
            return sink.admit(fingerprint);
        }

        @Override
        public void accept(Evidence piece) {
            sink.accept(piece);
        }

        @Override
        public void reject(EvidenceRef where, String why) {
            sink.reject(where, why);
        }

        @Override
        public void cover(Coverage piece) {
            sink.cover(piece);
        }
    }
}
