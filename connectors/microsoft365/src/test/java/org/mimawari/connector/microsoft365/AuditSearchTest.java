package org.mimawari.connector.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.Coverage.State;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;
import org.mimawari.simulator.graph.GraphFault;
import org.mimawari.simulator.graph.GraphItem;
import org.mimawari.simulator.graph.GraphRecords;
import org.mimawari.simulator.graph.GraphReply;
import org.mimawari.simulator.graph.StoredTenant;

class AuditSearchTest {

    private static StoredTenant tenant() {
        StoredTenant tenant = SmallTenant.of(1, 0);
        tenant.audit(GraphItem.at(Tenants.NOW.minusSeconds(100_000), GraphRecords.cmdlet("a1", Tenants.NOW.minusSeconds(100_000),
                "Set-Mailbox", SmallTenant.address(1), Map.of("Identity", SmallTenant.address(1), "ForwardingSmtpAddress",
                        "smtp:out@keepsafe.example", "ClientIP", "203.0.113.9"))));
        return tenant;
    }

    private static Evidences collect(FakeGraph graph) throws ConnectorException {
        return Tenants.of(graph).with("kinds", "users", "audit-log").collect();
    }

    @Test
    void findsForwardingThatGraphDoesNotShow() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(tenant(), GraphAccess.full())) {
            assertThat(collect(graph).of(ForwardingSetting.class)).singleElement()
                    .matches(each -> each.target().equals("out@keepsafe.example"));
        }
    }

    @Test
    void readsOnWhereASearchCannotCount() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(tenant(), GraphAccess.full()).with(GraphFault.always(request ->
                request.query().containsKey("$count"), GraphReply.error(400, "BadRequest", "$count is not supported")))) {
            assertThat(collect(graph).of(ForwardingSetting.class)).hasSize(1);
        }
    }

    @Test
    void doesNotTakeAnAnswerForWholeThatShowsLessThanItSaysItFound() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(tenant(), GraphAccess.full()).with(GraphFault.changing(99, request ->
                request.query().containsKey("$count"), usual -> GraphReply.json(200, new String(usual.body(),
                        StandardCharsets.UTF_8).replace("\"@odata.count\":1", "\"@odata.count\":7"))))) {
            Evidences evidence = collect(graph);

            assertThat(evidence.of(ForwardingSetting.class)).hasSize(1);
            assertThat(evidence.coverage("security/auditLog", EvidenceKind.SETTING_CHANGE)).satisfies(piece -> {
                assertThat(piece.state()).isEqualTo(State.PARTIAL);
                assertThat(piece.reason().orElseThrow()).contains("7 records and showed 1");
            });
        }
    }

    @Test
    void namesEveryKindThatIsMissingWhereThePermissionIs() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(tenant(), GraphAccess.full().without("AuditLogsQuery-Exchange.Read.All"))) {
            Evidences evidence = collect(graph);

            assertThat(List.of(EvidenceKind.SETTING_CHANGE, EvidenceKind.MAIL_ACCESS, EvidenceKind.MAIL_SEARCH,
                    EvidenceKind.MAIL_REMOVAL)).allMatch(kind -> evidence.coverage("security/auditLog", kind).reason()
                    .orElseThrow().contains("AuditLogsQuery-Exchange.Read.All"));
        }
    }

    /** The same search read twice was seen to show different counts. */
    @Test
    void countsARecordOnceThatTwoReadingsShow() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(tenant(), GraphAccess.full()).with(GraphFault.changing(1, request ->
                request.query().containsKey("$count"), usual -> GraphReply.json(200, new String(usual.body(),
                        StandardCharsets.UTF_8).replace("\"@odata.count\":1", "\"@odata.count\":7"))))) {
            Evidences evidence = collect(graph);

            assertThat(evidence.of(ForwardingSetting.class)).hasSize(1);
            assertThat(evidence.coverage("security/auditLog", EvidenceKind.SETTING_CHANGE).state())
                    .isEqualTo(State.COLLECTED);
        }
    }

    @Test
    void saysHowASearchEndedThatDidNotSucceed() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(tenant(), GraphAccess.full()).with(GraphFault.changing(99, request ->
                request.path().matches("v1.0/security/auditLog/queries/[^/]+"), usual ->
                GraphReply.json(200, "{\"id\":\"1\",\"status\":\"failed\"}")))) {
            assertThat(collect(graph).coverage("security/auditLog", EvidenceKind.MAIL_ACCESS).reason().orElseThrow())
                    .contains("ended as failed");
        }
    }
}
