package org.mimawari.connector.imap.managesieve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.connector.imap.managesieve.SieveServer.Limits;
import org.mimawari.connector.imap.managesieve.SieveServer.Security;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.story.SharedFolder;

/** Servers that lie: none of them holds us, fills the memory, hears a password in clear, or looks like a clean mailbox. */
@Tag("heavy")
@Timeout(60)
class HostileSieveServerTest {

    private static final MailboxAddress MAILBOX = new MailboxAddress("info@shop.example");
    private static final SieveAccount INFO =
            SieveAccount.password(MAILBOX, "info@shop.example", "secret", Optional.empty());
    private static final Map<String, Integer> PORTS = new HashMap<>();

    @TempDir
    private static Path folder;

    private static Optional<Process> process = Optional.empty();

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> script = SharedFolder.find("hostile-server/hostile.py");
        Assumptions.assumeTrue(script.isPresent(), SharedFolder.MISSING);
        ProcessBuilder builder = new ProcessBuilder("python3", script.get().toString(), String.valueOf(freeBase()));
        builder.environment().put("HOSTILE_OUT", folder.toString());
        process = Optional.of(builder.redirectErrorStream(true).start());
        BufferedReader lines = new BufferedReader(new InputStreamReader(process.get().getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String[] parts = line.split(" ");
            PORTS.put(parts[1], Integer.parseInt(parts[0]));
            if (parts[1].equals("ms_nested_no")) {
                return;
            }
        }
    }

    @AfterAll
    static void stop() {
        process.ifPresent(Process::destroy);
    }

    private static int freeBase() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return Math.min(socket.getLocalPort(), 60_000);
        }
    }

    private static RecordedEvidence collect(int port, Security security) {
        Limits limits = new Limits(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(4), 20, 32L << 20);
        RecordedEvidence sink = new RecordedEvidence();
        new SieveCollection(new SieveServer("localhost", port, security, "localhost", limits), LoopbackTls.context().getSocketFactory())
                .collect(INFO, sink);
        return sink;
    }

    private static RecordedEvidence behindTls(String scenario) throws IOException {
        try (TlsRelay relay = new TlsRelay(PORTS.get(scenario))) {
            return collect(relay.port(), Security.TLS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ms_silent", "ms_drip", "ms_literal_4g", "ms_literal_2g", "ms_script_flood",
            "ms_million_scripts", "ms_nested_no"})
    void aServerThatLiesIsAGap(String scenario) throws IOException {
        RecordedEvidence sink = behindTls(scenario);
        assertThat(sink.coverage).isNotEmpty().anyMatch(Coverage::isBroken);
        assertThat(sink.reasons()).noneMatch(why -> why.indexOf(27) >= 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ms_silent", "ms_drip", "ms_no_starttls", "ms_bad_names", "ms_million_scripts"})
    void nothingIsSaidInClear(String scenario) {
        assertThat(collect(PORTS.get(scenario), Security.STARTTLS).coverage).isNotEmpty().allMatch(Coverage::isBroken);
        assertThat(Files.exists(folder.resolve("leak.txt"))).isFalse();
    }

    @Test
    void oddNamesAreRead() throws IOException {
        RecordedEvidence sink = behindTls("ms_bad_names");
        assertThat(sink.rejected).isEmpty();
        assertThat(sink.coverage).noneMatch(Coverage::isBroken).hasSize(3 + 3 * 5);
    }
}
