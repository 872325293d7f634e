package org.mimawari.connector.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.Sight;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;
import org.mimawari.simulator.graph.GraphFault;
import org.mimawari.simulator.graph.GraphReply;

class FirstLookTest {

    private static Map<String, Sight> look(GraphAccess access) throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(3, 3), access);
                Connector connector = Tenants.of(graph, Instant.now()).connector()) {
            List<Sight> sights = connector.look();
            assertThat(graph.requests()).allMatch(request -> request.method().equals("GET")).hasSizeLessThan(40);
            return sights.stream().collect(Collectors.toMap(Sight::what, sight -> sight));
        }
    }

    @Test
    void seesEverythingWhereNothingIsMissing() throws ConnectorException {
        assertThat(look(GraphAccess.full()).values()).allMatch(Sight::isClear).hasSizeGreaterThan(12);
    }

    @Test
    void namesTheExactPermissionOrLicence() throws ConnectorException {
        Map<String, Sight> sights = look(GraphAccess.full().without("Mail.ReadBasic.All").withoutPremium());

        assertThat(sights.get("sent").trouble().orElseThrow()).contains("Mail.ReadBasic.All");
        assertThat(sights.get("sign-ins").trouble().orElseThrow()).contains("licence-missing", "Entra ID P1");
        assertThat(sights.get("rules").isClear()).isTrue();
        assertThat(sights.get("sign-ins").needs()).contains("AuditLog.Read.All");
    }

    @Test
    void saysOfEachCommandOfTheUnsupportedRouteWhetherItWorks() throws ConnectorException {
        GraphFault refused = GraphFault.always(request -> request.body().contains("Get-InboxRule"),
                GraphReply.error(403, "", "no"));
        try (FakeGraph graph = FakeGraph.of(ExchangeTenant.of(2), GraphAccess.full()).with(refused);
                Connector connector = Tenants.of(graph).with("kinds", "users").with("exchange-admin", "yes")
                        .connector()) {
            List<Sight> sights = connector.look();

            assertThat(sights).filteredOn(sight -> sight.what().startsWith("exchange-admin")).hasSize(11)
                    .allMatch(sight -> sight.needs().contains("Exchange.ManageAsApp with the role Global Reader"))
                    .filteredOn(sight -> !sight.isClear()).singleElement().matches(sight -> sight.what()
                    .endsWith("Get-InboxRule")
                            && sight.trouble().orElseThrow()
                            .contains("the application lacks Exchange.ManageAsApp or the role"));
            assertThat(graph.requests()).filteredOn(request -> request.body().contains("Unlimited")).isEmpty();
        }
    }

    @Test
    void tellsThatTheClockIsWrong() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(1, 1), GraphAccess.full());
                Connector connector = Tenants.of(graph, Instant.now().minusSeconds(900)).with("kinds", "users").connector()) {
            assertThat(connector.look()).filteredOn(sight -> sight.what().equals("clock")).singleElement()
                    .matches(sight -> sight.trouble().orElseThrow().contains("differs"));
        }
    }

    @Test
    void saysThatTheLoginWasRefused() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(1, 1), GraphAccess.full());
                Connector connector = Tenants.of(graph).with("secret", "wrong").connector()) {
            assertThatThrownBy(connector::look).hasMessageContaining("AADSTS7000215");
        }
    }
}
