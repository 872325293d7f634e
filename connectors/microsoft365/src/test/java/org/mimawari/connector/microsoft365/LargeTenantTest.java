package org.mimawari.connector.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
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
