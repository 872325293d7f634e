package org.mimawari.connector.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.ConnectorException;
import org.mimawari.live.Waiting;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;
import org.mimawari.simulator.graph.HiddenCap;
import org.mimawari.simulator.graph.LargeTenant;

@Tag("heavy")
class LargeTenantTest {

    @Test
    void scansTenThousandMailboxesInLittleMemory() throws IOException, InterruptedException {
        try (FakeGraph graph = FakeGraph.of(new LargeTenant(10_000, 8, Instant.now()), GraphAccess.full())) {
            String printed = ScanInOwnJvm.run(graph.address(), "256m");
            System.err.println(printed + " requests=" + graph.requests().size());

            assertThat(printed).contains("mailboxes=10000 accepted=130000");
        }
    }

    @Test
    void goesOnWhereItWasKilled(@TempDir Path folder) throws IOException, InterruptedException {
        try (FakeGraph graph = FakeGraph.of(new LargeTenant(600, 3, Instant.now()), GraphAccess.full())) {
            Process first = ScanInOwnJvm.start(graph.address(), "256m", folder.toString());
            while (graph.requests().size() < 900 && first.isAlive()) {
                first.waitFor(20, TimeUnit.MILLISECONDS);
            }
            first.destroyForcibly().waitFor();
            int before = graph.requests().size();

            Process second = ScanInOwnJvm.start(graph.address(), "256m", folder.toString());
            String printed = new String(second.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            // For each mailbox: rules, the folder they name, settings, sent mail. 32 requests may have been on their way.
            assertThat(printed).contains("mailboxes=600 accepted=4800");
            assertThat(before).isLessThan(2_000);
            assertThat(graph.requests().size()).isLessThan(600 * 4 + 32 + 20);
        }
    }

    @Test
    void findsTheLimitOfAServiceAndKeepsToIt() throws ConnectorException {
        HiddenCap cap = new HiddenCap(100, 200);
        try (FakeGraph graph = FakeGraph.of(new LargeTenant(900, 1, Instant.now()), GraphAccess.full()).with(cap)) {
            Instant start = Instant.now();
            Tenants.of(graph, Waiting.REAL).with("kinds", "users", "rules", "sent").with("parallel", "64").collect();
            double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;

            double share = (cap.served() - 200) / seconds / 100;
            double refused = (double) cap.refused() / (cap.served() + cap.refused());
            System.err.printf("served %d in %.1f s: %.2f of the cap, %.1f %% refused%n", cap.served(), seconds, share,
                    refused * 100);
            assertThat(share).isGreaterThan(0.85);
            assertThat(refused).isLessThan(0.05);
        }
    }
}
