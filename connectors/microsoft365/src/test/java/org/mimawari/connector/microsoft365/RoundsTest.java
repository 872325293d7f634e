package org.mimawari.connector.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.Coverage.State;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;
import org.mimawari.simulator.graph.GraphFault;
import org.mimawari.simulator.graph.GraphItem;
import org.mimawari.simulator.graph.GraphRecords;
import org.mimawari.simulator.graph.GraphReply;
import org.mimawari.simulator.graph.HijackedTenant;
import org.mimawari.simulator.graph.StoredTenant;

class RoundsTest {

    private static final Instant LATER = Tenants.NOW.plus(Duration.ofMinutes(5));

    private final RememberedPlaces places = new RememberedPlaces();

    private Evidences round(FakeGraph graph, Instant now) throws ConnectorException {
        return Tenants.of(graph, now).with("since", "14d").collect(places);
    }

    @Test
    void hasNothingNewWhereNothingHappened() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(HijackedTenant.at(Tenants.NOW), GraphAccess.full())) {
            round(graph, Tenants.NOW);
            places.end();
            int first = graph.requests().size();

            Evidences second = round(graph, LATER);

            assertThat(second.records()).isZero();
            assertThat(places.nothingNew()).isTrue();
            assertThat(graph.requests().size() - first).isLessThan(40 * 3 + 40);
            assertThat(second.coverage("auditLogs/signIns", EvidenceKind.SIGN_IN).state()).isEqualTo(State.COLLECTED);
        }
    }

    @Test
    void seesLateEventsOnceAndARuleThatIsNew() throws ConnectorException {
        StoredTenant tenant = SmallTenant.of(2, 5);
        try (FakeGraph graph = FakeGraph.of(tenant, GraphAccess.full())) {
            Instant recent = Tenants.NOW.minusSeconds(1_200);
            tenant.add("auditLogs/signIns", GraphItem.at(recent, SmallTenant.signIn(90, recent)));
            round(graph, Tenants.NOW);
            places.end();
            Instant late = Tenants.NOW.minusSeconds(2_400);
            tenant.add("auditLogs/signIns", GraphItem.at(late, SmallTenant.signIn(91, late)));
            tenant.add("users/" + SmallTenant.id(1) + "/mailFolders/inbox/messageRules",
                    GraphItem.of(GraphRecords.opaqueRule("new", "new")));
            tenant.add("users/" + SmallTenant.id(2) + "/mailFolders/sentitems/messages", GraphItem.at(LATER.minusSeconds(9),
                    GraphRecords.sent("s", LATER.minusSeconds(9), SmallTenant.address(2), List.of("a@b.example"), "x")));

            Evidences second = round(graph, LATER);

            assertThat(second.of(SignIn.class)).singleElement().matches(each -> each.time().orElseThrow().equals(late));
            assertThat(second.of(MailboxRule.class)).hasSize(2);
            assertThat(second.of(SentMessage.class)).hasSize(1);
            assertThat(places.replaced()).containsExactly("graph/users/user1@shop.example/messageRules");
        }
    }

    @Test
    void goesOnBehindWhatWasReadBeforeAFailure() throws ConnectorException {
        StoredTenant tenant = SmallTenant.of(1, 0);
        for (int day = 10; day > 0; day--) {
            Instant time = Tenants.NOW.minus(Duration.ofDays(day)).plusSeconds(60);
            tenant.add("auditLogs/signIns", GraphItem.at(time, SmallTenant.signIn(day, time)));
        }
        try (FakeGraph graph = FakeGraph.of(tenant, GraphAccess.full()).with(GraphFault.times(99, request ->
                request.list().equals("auditLogs/signIns") && request.query().getOrDefault("$filter", "").contains("ge 2026-11-20")
                        && !request.isBeta(), GraphReply.throttled("90000")))) {
            Evidences first = round(graph, Tenants.NOW);
            places.end();
            Evidences second;
            try (FakeGraph healed = FakeGraph.of(tenant, GraphAccess.full())) {
                second = round(healed, LATER);
            }

            assertThat(first.coverage("auditLogs/signIns", EvidenceKind.SIGN_IN).state()).isEqualTo(State.PARTIAL);
            assertThat(first.coverage("auditLogs/signIns", EvidenceKind.SIGN_IN).reason().orElseThrow())
                    .contains("asked from 2026-11-11T00:00:00Z, read up to 2026-11-20T00:00:00Z");
            assertThat(first.of(SignIn.class)).hasSize(5);
            assertThat(second.of(SignIn.class)).hasSize(5);
            assertThat(second.coverage("auditLogs/signIns", EvidenceKind.SIGN_IN).state()).isEqualTo(State.COLLECTED);
        }
    }

    @Test
    void keepsTheRulesItKnewWhereTheyCannotBeReadThisTime() throws ConnectorException {
        StoredTenant tenant = SmallTenant.of(1, 0);
        try (FakeGraph graph = FakeGraph.of(tenant, GraphAccess.full())) {
            round(graph, Tenants.NOW);
            places.end();
            graph.with(GraphFault.always(request -> request.path().endsWith("messageRules"), GraphReply.page()));

            Evidences second = round(graph, LATER);

            assertThat(places.replaced()).isEmpty();
            assertThat(second.coverage("messageRules", EvidenceKind.MAILBOX_RULE).state()).isEqualTo(State.NOT_COLLECTED);
        }
    }
}
