package org.mimawari.connector.export.serverlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.SentMessage;

@Tag("heavy")
class ServerLogSpeedTest {

    private static final System.Logger FIGURES = System.getLogger(ServerLogSpeedTest.class.getName());
    private static final int MESSAGES = 120_000;

    @Test
    void countsEveryMessageOfALongNightQuicklyAndInLittleMemory(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("mail.log");
        BusyMailServer server = new BusyMailServer().write(file, MESSAGES);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-11-20T00:00:00Z")));
        Counting sink = new Counting();
        Duration cpu = Duration.ZERO;
        for (int round = 0; round < 4; round++) {
            sink = new Counting();
            cpu = read(file, sink);
        }
        FIGURES.log(System.Logger.Level.INFO, server.lines() + " lines of " + Files.size(file) / 1_000_000
                + " MB in " + cpu.toMillis()
                + " ms CPU, " + sink.live / 1_000_000 + " MB live");
        assertThat(sink.messages).isEqualTo(MESSAGES);
        assertThat(sink.recipients).isEqualTo(server.recipients());
        assertThat(cpu).isLessThan(Duration.ofSeconds(20));
        assertThat(sink.live).isLessThan(64_000_000L);
    }

    private static Duration read(Path file, Counting sink) {
        ExportSettings settings = new ExportSettings(List.of(), Optional.empty(), Optional.empty(), ZoneOffset.UTC,
                OwnDomains.of("corp.example"));
        long before = ManagementFactory.getThreadMXBean().getThreadCpuTime(Thread.currentThread().getId());
        new ServerLogReader(settings).read(List.of(new Source(file, "mail.log", Optional.empty(), List.of())), sink);
        return Duration.ofNanos(
                ManagementFactory.getThreadMXBean().getThreadCpuTime(Thread.currentThread().getId()) - before);
    }

    /** Counts and forgets; looks at the heap in the middle. */
    private static final class Counting implements EvidenceSink {

        private int messages;
        private long recipients;
        private long live;

        @Override
        public boolean admit(long fingerprint) {
            return true;
        }

        @Override
        public void accept(Evidence evidence) {
            if (evidence instanceof SentMessage message) {
                messages++;
                recipients += message.recipients();
                if (messages == MESSAGES / 2) {
                    System.gc();
                    live = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
                }
            }
        }

        @Override
        public void reject(EvidenceRef where, String why) {
            throw new AssertionError(where + ": " + why);
        }

        @Override
        public void cover(Coverage coverage) {}
    }
}
