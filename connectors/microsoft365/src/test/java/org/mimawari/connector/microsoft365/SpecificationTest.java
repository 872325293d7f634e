package org.mimawari.connector.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.PrismProxy;
import org.mimawari.connector.Sight;
import org.mimawari.connector.microsoft365.collect.Kind;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;
import org.mimawari.simulator.graph.GraphItem;
import org.mimawari.simulator.graph.GraphRecords;
import org.mimawari.simulator.graph.HijackedTenant;
import org.mimawari.simulator.graph.StoredTenant;

/** Holds our requests, and the fake's answers, against the vendor's own description. */
@Tag("heavy")
class SpecificationTest {

    private static StoredTenant tenant() {
        StoredTenant tenant = HijackedTenant.at(Tenants.NOW);
        for (int i = 1; i <= 40; i++) {
            String user = String.format("users/%08d-0000-4000-8000-000000000001", i);
            tenant.empty(user + "/mailFolders/recoverableitemsdeletions/messages");
        }
        String first = "users/00000001-0000-4000-8000-000000000001/";
        tenant.add(first + "mailFolders/inbox/messageRules", GraphItem.of(GraphRecords.opaqueRule("rule-9", "Sweep")));
        tenant.add(first + "authentication/methods", GraphItem.of("{\"@odata.type\":"
                + "\"#microsoft.graph.phoneAuthenticationMethod\",\"id\":\"m1\"}"));
        for (int i = 1; i <= 1_100; i++) {
            Instant time = Tenants.NOW.minusSeconds(80_000 - i);
            tenant.add("auditLogs/signIns", GraphItem.at(time, SmallTenant.signIn(i, time)));
        }
        return tenant;
    }

    @Test
    void everyRequestAndEveryAnswerConformsToTheVendorsDescription()
            throws ConnectorException, IOException, InterruptedException {
        try (FakeGraph graph = FakeGraph.of(tenant(), GraphAccess.full())) {
            Optional<PrismProxy> found = PrismProxy.before("contracts/graph/graph-evidence.openapi.json",
                    graph.address());
            Assumptions.assumeTrue(found.isPresent(),
                    "skipped: needs the folder 'shared' beside the project, node, and npm or PRISM_HOME");
            try (PrismProxy prism = found.get()) {
                graph.seenAs(prism.address());
                List<String> all = Arrays.stream(Kind.values()).filter(kind -> kind != Kind.EXCHANGE_ADMIN)
                        .map(Kind::word).toList();
                Tenants tenants = Tenants.of(graph).with("test-login", graph.address()).with("test-endpoint", prism.address())
                        .with("since", "3d").with("kinds", all.toArray(String[]::new));
                Evidences evidence = tenants.collect();
                List<Sight> sights;
                try (Connector connector = tenants.connector()) {
                    sights = connector.look();
                }

                assertThat(evidence.coverage()).filteredOn(piece -> piece.reason().isPresent()).allMatch(piece ->
                        !piece.isBroken() && !piece.reason().get().contains("("));
                assertThat(evidence.of(SignIn.class)).hasSizeGreaterThan(1_100);
                assertThat(evidence.of(MailboxRule.class)).hasSize(3);
                assertThat(evidence.of(ProviderAlert.class)).hasSize(2);
                assertThat(evidence.of(SentMessage.class)).isNotEmpty();
                assertThat(sights).filteredOn(sight -> !sight.what().equals("clock")).allMatch(Sight::isClear);
                assertThat(prism.violations()).isEmpty();
            }
        }
    }
}
