package org.mimawari.connector.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.Sight;
import org.mimawari.connector.microsoft365.collect.Kind;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;
import org.mimawari.simulator.graph.GraphItem;
import org.mimawari.simulator.graph.GraphRecords;
import org.mimawari.simulator.graph.StoredTenant;

/** Holds our requests, and the fake's answers, against the vendor's own description. */
@Tag("heavy")
class SpecificationTest {

    private static StoredTenant tenant() {
        StoredTenant tenant = SmallTenant.of(3, 1_100);
        tenant.add("users/" + SmallTenant.id(1) + "/mailFolders/inbox/messageRules",
                GraphItem.of(GraphRecords.opaqueRule("rule-9", "Sweep")));
        tenant.put("users/" + SmallTenant.id(1) + "/mailFolders/folder", GraphRecords.folder("folder", "RSS"));
        for (int i = 1; i <= 3; i++) {
            tenant.empty("users/" + SmallTenant.id(i) + "/mailFolders/recoverableitemsdeletions/messages");
        }
        return tenant;
    }

    @Test
    void everyRequestAndEveryAnswerConformsToTheVendorsDescription()
            throws ConnectorException, IOException, InterruptedException {
        try (FakeGraph graph = FakeGraph.of(tenant(), GraphAccess.full())) {
            Optional<PrismProxy> found = PrismProxy.before(graph.address());
            Assumptions.assumeTrue(found.isPresent(),
                    "skipped: needs the folder 'shared' beside the project, node, and npm or PRISM_HOME");
            try (PrismProxy prism = found.get()) {
                graph.seenAs(prism.address());
                List<String> all = Arrays.stream(Kind.values())
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
                assertThat(evidence.of(SignIn.class)).hasSize(1_100);
                assertThat(evidence.of(MailboxRule.class)).hasSize(4);
                assertThat(evidence.of(SentMessage.class)).isNotEmpty();
                assertThat(sights).filteredOn(sight -> !sight.what().equals("clock")).allMatch(Sight::isClear);
                assertThat(prism.violations()).isEmpty();
            }
        }
    }
}
