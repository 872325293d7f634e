package org.mimawari.realmail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.cli.CommandRun;

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

    private static Report scan(String name, String more) throws IOException {
        RealMailServer server = running.orElseThrow().server();
        Path configuration = Files.writeString(folder.resolve(name + ".yaml"), """
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
        CommandRun run = CommandRun.at(Clock.systemUTC(), "scan", "-c", configuration.toString(), "-o",
                folder.resolve(name).toString(), "--format", "json,text");
        assertThat(run.code()).as(run.err()).isEqualTo(3);
        System.out.println(run.out());
        return Report.in(folder.resolve(name));
    }

    @Test
    void withLogs() throws IOException {
        Report report = scan("with-logs", "      - type: export\n        paths: [" + running.orElseThrow().evidence() + "]\n");
        for (String m : Replay.MAILBOXES) System.out.println(m + " " + report.level(m) + " " + report.mailbox(m) + "\n   " + report.indicators(m));
        for (String s : new String[]{"S0","S1","S2","S3","S4"}) System.out.println(running.orElseThrow().incident(s));
        Files.copy(folder.resolve("with-logs/report.json"), Path.of("/tmp/b-with.json"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void withoutLogs() throws IOException {
        Report report = scan("without", "");
        for (String m : Replay.MAILBOXES) System.out.println(m + " " + report.level(m) + " " + report.mailbox(m) + "\n   " + report.indicators(m));
        Files.copy(folder.resolve("without/report.json"), Path.of("/tmp/b-without.json"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }
}
