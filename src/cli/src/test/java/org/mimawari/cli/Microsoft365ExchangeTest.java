package org.mimawari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.simulator.graph.ExchangeRecords;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;
import org.mimawari.simulator.graph.GraphItem;
import org.mimawari.simulator.graph.StoredTenant;

/**
 * What Graph does not show, from an administrator's export or over the unsupported route; the report says from which.
 */
class Microsoft365ExchangeTest {

    private static final String ID = "00000001-0000-4000-8000-000000000001";
    private static final String ADDRESS = "aoi@shop.example";
    private static final String MAILBOX = ExchangeRecords.mailbox(ADDRESS, "out@keepsafe.example", List.of());
    private static final String RULE = ExchangeRecords.forwardingRule("12", "..", "out@keepsafe.example");

    private static final String KINDS = "kinds: [users, rules]";
    private static final String ROUTE = "exchange-admin: yes";
    private static final String EXPORT = "- {type: export, paths: [exports]}";

    @TempDir
    private Path folder;

    @BeforeEach
    void export() throws IOException {
        Path files = Files.createDirectories(folder.resolve("exports"));
        Files.writeString(files.resolve("mailboxes.json"), "[" + MAILBOX + "]");
        Files.writeString(files.resolve("rules-IncludeHidden_" + ADDRESS + ".json"), "[" + RULE + "]");
    }

    private static StoredTenant tenant() {
        return new StoredTenant().mailbox(ID, ADDRESS).add("exchange/Get-Mailbox", GraphItem.of(MAILBOX))
                .add("exchange/Get-MailboxPermission/" + ADDRESS,
                GraphItem.of(ExchangeRecords.mailboxPermission(ADDRESS, "x")))
                .add("exchange/Get-InboxRule/" + ADDRESS, GraphItem.hidden(RULE));
    }

    private String scan(GraphAccess access, String... more) throws IOException {
        try (FakeGraph graph = FakeGraph.of(tenant(), access)) {
            CommandRun run = CommandRun.at(Instant.now(), "scan", "-c", GraphConfiguration.in(folder, graph,
                    more), "--format", "json");
            assertThat(run.err()).contains("microsoft-365: 1 mailboxes, ", "each mailbox: ", " requests, ",
                    "% throttled");
            return run.out();
        }
    }

    @Test
    void citesTheExportWhereTheRouteIsOff() throws IOException {
        assertThat(scan(GraphAccess.full(), KINDS, EXPORT))
                .contains("fwd-mailbox-smtp", "\"source\" : \"mailboxes.json\"",
                "\"source\" : \"rules-IncludeHidden_aoi@shop.example.json\"").doesNotContain("exchange-admin");
    }

    @Test
    void citesTheExportAndSaysWhyNotTheRouteWhereItIsRefused() throws IOException {
        assertThat(scan(GraphAccess.full().without("Exchange.ManageAsApp"), KINDS, ROUTE, EXPORT))
                .contains("fwd-mailbox-smtp",
                "\"source\" : \"mailboxes.json\"", "\"source\" : \"exchange-admin (unsupported route)/Get-Mailbox\"",
                "permission-missing: the application lacks Exchange.ManageAsApp or the role Global Reader");
    }

    @Test
    void citesTheUnsupportedRouteWhereItIsOn() throws IOException {
        assertThat(scan(GraphAccess.full(), KINDS, ROUTE)).contains("fwd-mailbox-smtp", "rules-hidden",
                "\"source\" : \"exchange-admin (unsupported route)/Get-Mailbox\"",
                "\"source\" : \"exchange-admin (unsupported route)/users/aoi@shop.example/Get-InboxRule\"")
                .doesNotContain("mailboxes.json");
    }
}
