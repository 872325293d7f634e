package org.mimawari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;
import org.mimawari.simulator.graph.GraphFault;
import org.mimawari.simulator.graph.GraphItem;
import org.mimawari.simulator.graph.GraphRecords;
import org.mimawari.simulator.graph.GraphReply;
import org.mimawari.simulator.graph.StoredTenant;

class Microsoft365RoundsTest {

    private static final String ID = "00000001-0000-4000-8000-000000000001";
    private static final String RULES = "users/" + ID + "/mailFolders/inbox/messageRules";

    @TempDir
    private Path folder;

    private CommandRun round(FakeGraph graph) throws IOException {
        String file = GraphConfiguration.in(folder,
                graph, "kinds: [users, rules, auto-replies, sent]", "resume: pages");
        return CommandRun.at(Instant.now(), "audit", "-c", file, "--state", folder.resolve("state.db").toString());
    }

    /** Hides answers about payment in a folder that nobody opens. */
    private static StoredTenant hijacked(StoredTenant tenant) {
        return tenant.put("users/" + ID + "/mailFolders/AAA", GraphRecords.folder("AAA", "RSS Feeds"))
                .add(RULES, GraphItem.of(GraphRecords.hidingRule("r", "..", List.of("請求", "振込", "invoice"), "AAA")));
    }

    @Test
    void staysQuietWhereNothingChangedAndTellsOfARuleThatAppears() throws IOException {
        StoredTenant tenant = new StoredTenant().mailbox(ID, "aoi@shop.example").mailbox(ID.replace('1', '2'), "info@shop.example");
        try (FakeGraph graph = FakeGraph.of(tenant, GraphAccess.full())) {
            round(graph);
            assertThat(round(graph).out()).contains("nothing new", "0 records");
            hijacked(tenant);

            assertThat(round(graph).out()).contains("New", "aoi@shop.example");
            assertThat(round(graph).out()).contains("nothing new", "1 incident open");
        }
    }

    @Test
    void doesNotCallAnIncidentResolvedWhereTheRuleOnlyCouldNotBeRead() throws IOException {
        StoredTenant tenant = hijacked(new StoredTenant().mailbox(ID, "aoi@shop.example"));
        try (FakeGraph graph = FakeGraph.of(tenant, GraphAccess.full())) {
            assertThat(round(graph).out()).contains("New");
            graph.with(GraphFault.always(request -> request.path().endsWith("messageRules"), GraphReply.page()));

            assertThat(round(graph).out()).doesNotContain("Resolved").contains("1 incident open");
        }
    }

    @Test
    void doesNotCallAnIncidentResolvedWhereThePermissionToReadRulesWasTakenAway() throws IOException {
        StoredTenant tenant = new StoredTenant();
        for (int i = 0; i < 9; i++) {
            tenant = tenant.mailbox(ID.replace('1', (char) ('2' + i > '9' ? 'a' + i : '2' + i)), "user" + i + "@shop.example");
        }
        tenant = hijacked(tenant.mailbox(ID, "zoe@shop.example"));
        try (FakeGraph graph = FakeGraph.of(tenant, GraphAccess.full())) {
            assertThat(round(graph).out()).contains("New", "zoe@shop.example");
            graph.with(GraphFault.always(request -> request.path().endsWith("messageRules"), GraphReply.error(403,
                    "ErrorAccessDenied", "Access is denied.")));

            assertThat(round(graph).out()).doesNotContain("Resolved").contains("1 incident open");
        }
    }
}
