package org.mimawari.connector.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

            assertThat(printed).contains("mailboxes=10000 accepted=160000");
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

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE, 1_200})
    void findsTheLimitOfAServiceAndKeepsToItAlsoWhereItHalves(long halvedAfter) throws ConnectorException {
        HiddenCap cap = new HiddenCap(100, halvedAfter);
        try (FakeGraph graph = FakeGraph.of(new LargeTenant(900, 1, Instant.now()), GraphAccess.full()).with(cap)) {
            Tenants.of(graph, Waiting.REAL).with("kinds", "users", "rules", "sent").with("parallel", "64").collect();

            System.err.printf("served %d: %.2f of the cap, %.1f %% refused%n", cap.served(), cap.throughput(),
                    cap.refusedShare() * 100);
            assertThat(cap.throughput()).isGreaterThanOrEqualTo(0.90);
            assertThat(cap.refusedShare()).isLessThanOrEqualTo(0.05);
        }
    }
}
