package org.mimawari.connector.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.Coverage.State;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.MailFlowRule;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;
import org.mimawari.simulator.graph.GraphItem;
import org.mimawari.simulator.graph.StoredTenant;

class ExchangeAdminTest {

    private static StoredTenant tenant(String more) {
        return SmallTenant.of(2, 0).add("exchange/Get-Mailbox", GraphItem.of("{\"PrimarySmtpAddress\":\"user1@shop.example\","
                + "\"RecipientTypeDetails\":\"UserMailbox\"" + more + "}")).add("exchange/Get-TransportRule", GraphItem.of(
                "{\"Name\":\"copy\",\"Priority\":0,\"Mode\":\"Enforce\",\"State\":\"Enabled\",\"BlindCopyTo\":"
                        + "[\"out@keepsafe.example\"]}"));
    }

    private static final String FORWARDING = ",\"ForwardingSmtpAddress\":\"smtp:out@keepsafe.example\","
            + "\"ForwardingAddress\":null,\"DeliverToMailboxAndForward\":true";

    private static Evidences collect(FakeGraph graph, String switched) throws ConnectorException {
        return Tenants.of(graph).with("kinds", "users").with("exchange-admin", switched).collect();
    }

    @Test
    void readsForwardingAndTransportRulesWhereItIsSwitchedOnAndSaysByWhichRoute() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(tenant(FORWARDING), GraphAccess.full())) {
            Evidences evidence = collect(graph, "yes");

            assertThat(evidence.of(ForwardingSetting.class)).singleElement()
                    .matches(each -> each.target().equals("out@keepsafe.example") && each.ref().source().contains("unsupported"));
            assertThat(evidence.of(MailFlowRule.class)).hasSize(1);
            assertThat(evidence.coverage("Get-Mailbox", EvidenceKind.FORWARDING_SETTING).state()).isEqualTo(State.COLLECTED);
            assertThat(graph.requests()).filteredOn(request -> request.method().equals("POST"))
                    .allMatch(request -> request.body().contains("\"CmdletName\":\"Get-"));
        }
    }

    @Test
    void isNeverAskedWhereNobodySwitchedItOn() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(tenant(FORWARDING), GraphAccess.full())) {
            collect(graph, "no");

            assertThat(graph.requests()).allMatch(request -> request.method().equals("GET"));
        }
    }

    @Test
    void doesNotTakeMailboxesWithoutTheirForwardingForMailboxesThatForwardNothing() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(tenant(""), GraphAccess.full())) {
            assertThat(collect(graph, "yes").coverage("Get-Mailbox", EvidenceKind.FORWARDING_SETTING)).satisfies(piece -> {
                assertThat(piece.state()).isEqualTo(State.NOT_COLLECTED);
                assertThat(piece.reason().orElseThrow()).contains("without the properties of forwarding");
            });
        }
    }

    @Test
    void namesThePermissionThatIsMissing() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(tenant(FORWARDING), GraphAccess.full().without("Exchange.ManageAsApp"))) {
            assertThat(collect(graph, "yes").coverage("Get-Mailbox", EvidenceKind.FORWARDING_SETTING).reason().orElseThrow())
                    .contains("permission-missing", "Exchange.ManageAsApp");
        }
    }
}
