package org.mimawari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;
import org.mimawari.simulator.graph.GraphItem;
import org.mimawari.simulator.graph.GraphLogin;
import org.mimawari.simulator.graph.GraphRecords;
import org.mimawari.simulator.graph.StoredTenant;

class DoctorTest {

    private static final String ID = "00000001-0000-4000-8000-000000000001";

    @TempDir
    private Path folder;

    private static StoredTenant tenant() {
        return new StoredTenant().mailbox(ID, "info@shop.example").add("users/" + ID + "/mailFolders/inbox/messageRules",
                GraphItem.of(GraphRecords.hidingRule("r", ".", List.of("請求", "振込"), "folder")));
    }

    private String configuration(FakeGraph graph, String... more) throws IOException {
        List<String> lines = new ArrayList<>(List.of("kinds: [users, rules, sent]"));
        lines.addAll(List.of(more));
        return GraphConfiguration.in(folder, graph, lines.toArray(String[]::new));
    }

    @Test
    void saysWhatTheConnectorCanSeeAndWhatIsMissing() throws IOException {
        try (FakeGraph graph = FakeGraph.of(tenant(), GraphAccess.full().without("Mail.ReadBasic.All"))) {
            CommandRun run = CommandRun.at(Instant.now(), "doctor", "-c", configuration(graph));

            assertThat(run.out()).contains("ok      rules", "missing sent", "Mail.ReadBasic.All",
                    "smallest permissions for these kinds: Mail.ReadBasic.All, MailboxSettings.Read, User.Read.All")
                    .doesNotContain(GraphLogin.SECRET);
            assertThat(run.code()).isEqualTo(4);
        }
    }

    @Test
    void saysWhatTheUnsupportedRouteNeedsAndWhetherItWorks() throws IOException {
        try (FakeGraph graph = FakeGraph.of(tenant(), GraphAccess.full().without("Exchange.ManageAsApp"))) {
            CommandRun run = CommandRun.at(Instant.now(), "doctor", "-c", configuration(graph, "exchange-admin: yes"));

            assertThat(run.out()).contains("missing exchange-admin Get-Mailbox",
                    "the application lacks Exchange.ManageAsApp or",
                    "Exchange.ManageAsApp with the role Global Reader or Security Reader, ");
            assertThat(run.code()).isEqualTo(4);
        }
    }

    @Test
    void scansATenantOfMicrosoft365FromAConfiguration() throws IOException {
        try (FakeGraph graph = FakeGraph.of(tenant(), GraphAccess.full())) {
            CommandRun run = CommandRun.at(Instant.now(), "scan", "-c", configuration(graph));

            assertThat(run.out()).contains("Mailboxes  1", "2 read: 2 accepted", "Graph does not show it");
        }
    }
}
