package org.mimawari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.simulator.graph.ExchangeRecords;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;
import org.mimawari.simulator.graph.GraphFault;
import org.mimawari.simulator.graph.GraphItem;
import org.mimawari.simulator.graph.GraphReply;
import org.mimawari.simulator.graph.StoredTenant;

/** A tenant in which nothing happened: called clean only where everything was looked at. */
class Microsoft365VerdictTest {

    private static final String ID = "00000001-0000-4000-8000-000000000001";
    private static final String ADDRESS = "aoi@shop.example";

    @TempDir
    private Path folder;

    private static StoredTenant tenant() {
        return answering(new StoredTenant().mailbox(ID, ADDRESS)
                .add("domains", GraphItem.of("{\"id\":\"shop.example\",\"isVerified\":true}")), ADDRESS);
    }

    private static StoredTenant answering(StoredTenant tenant, String address) {
        return tenant.add("exchange/Get-Mailbox", GraphItem.of(ExchangeRecords.mailbox(address, "", List.of())))
                .add("exchange/Get-MailboxPermission/" + address,
                        GraphItem.of(ExchangeRecords.mailboxPermission(address, "NT AUTHORITY\\SELF")))
                .add("exchange/Get-InboxRule/" + address, GraphItem.hidden(ExchangeRecords.junkRule()));
    }

    private CommandRun scan(FakeGraph graph) throws IOException {
        return CommandRun.at(Instant.now(), "scan", "-c", GraphConfiguration.in(folder, graph,
                "kinds: [users, domains, rules, sent, sign-ins]", "since: 2d", "deadline: 60s", "exchange-admin: yes"));
    }

    @Test
    void isCalledCleanWhereEverythingWasLookedAt() throws IOException {
        try (FakeGraph graph = FakeGraph.of(tenant(), GraphAccess.full())) {
            assertThat(scan(graph).code()).isEqualTo(ExitCode.NOTHING_FOUND);
        }
    }

    @Test
    void isNotCalledCleanWithoutTheLicenceForSignIns() throws IOException {
        try (FakeGraph graph = FakeGraph.of(tenant(), GraphAccess.full().withoutPremium())) {
            CommandRun run = scan(graph);

            assertThat(run.out()).contains("Cannot say", "licence-missing: the tenant has no");
            assertThat(run.code()).isEqualTo(ExitCode.EVIDENCE_MISSING);
        }
    }

    @Test
    void isNotCalledCleanWhereTheServiceWantsMoreTimeThanThereIs() throws IOException {
        try (FakeGraph graph = FakeGraph.of(tenant(), GraphAccess.full()).with(GraphFault.always(request ->
                request.path().endsWith("sentitems/messages"), GraphReply.throttled("900")))) {
            CommandRun run = scan(graph);

            assertThat(run.out()).contains("Cannot say", "Sent messages", "throttled: the service asked");
            assertThat(run.code()).isEqualTo(ExitCode.EVIDENCE_MISSING);
        }
    }

    @Test
    void isNotCalledCleanWhereNobodySawItsForwarding() throws IOException {
        try (FakeGraph graph = FakeGraph.of(tenant(), GraphAccess.full().without("Exchange.ManageAsApp"))) {
            assertThat(scan(graph).code()).isEqualTo(ExitCode.EVIDENCE_MISSING);
        }
    }

    /** The list showed others: that says nothing about this one. */
    @Test
    void isNotCalledCleanForWhatTheListOfMailboxesShowsOfAnother() throws IOException {
        StoredTenant tenant = tenant().mailbox(ID.replace('1', '2'), "ren@shop.example");
        answering(tenant, "ren@shop.example").remove("exchange/Get-Mailbox");
        tenant.add("exchange/Get-Mailbox", GraphItem.of(ExchangeRecords.mailbox(ADDRESS, "", List.of())))
                .add("exchange/Get-MailboxPermission/ren@shop.example",
                GraphItem.of(ExchangeRecords.mailboxPermission("ren", "x")));
        try (FakeGraph graph = FakeGraph.of(tenant, GraphAccess.full())) {
            CommandRun run = scan(graph);

            assertThat(run.out()).contains("Cannot say", "for ren@shop.example", "Get-Mailbox showed others");
            assertThat(run.code()).isEqualTo(ExitCode.EVIDENCE_MISSING);
        }
    }
}
