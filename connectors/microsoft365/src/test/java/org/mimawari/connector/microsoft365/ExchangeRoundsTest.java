package org.mimawari.connector.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.DyingSink;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.simulator.graph.ExchangeRecords;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;
import org.mimawari.simulator.graph.GraphFault;
import org.mimawari.simulator.graph.GraphItem;
import org.mimawari.simulator.graph.GraphReply;
import org.mimawari.simulator.graph.GraphRequest;
import org.mimawari.simulator.graph.StoredTenant;

/** The unsupported route of Exchange, round after round. */
class ExchangeRoundsTest {

    private final RememberedPlaces places = new RememberedPlaces();

    private static Tenants tenants(FakeGraph graph) {
        return Tenants.of(graph).with("kinds", "users").with("exchange-admin", "yes");
    }

    private Evidences round(FakeGraph graph, Duration later) throws ConnectorException {
        Evidences evidence = Tenants.of(graph, Tenants.NOW.plus(later)).with("kinds", "users")
                .with("exchange-admin", "yes")
                .collect(places);
        places.end();
        return evidence;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 60, 300, 339})
    void asksForNothingTwiceThatWasReadBeforeItWasKilled(int records, @TempDir Path folder) throws ConnectorException {
        StoredTenant tenant = ExchangeTenant.of(30);
        for (int i = 0; i < 250; i++) {
            tenant.add("exchange/Get-Mailbox", GraphItem.of(ExchangeRecords.mailbox("box" + i + "@shop.example", "",
                    List.of())));
        }
        try (FakeGraph graph = FakeGraph.of(tenant, GraphAccess.full())) {
            Evidences once = tenants(graph).collect();
            int first = graph.requests().size();
            Tenants killed = tenants(graph).with("resume", folder.toString());
            assertThatThrownBy(() -> killed.connector().collect(new DyingSink(records)))
                    .isInstanceOf(IllegalStateException.class);
            int second = graph.requests().size();

            Evidences whole = killed.collect();

            List<String> before = asked(graph.requests().subList(first, second));
            List<String> after = new ArrayList<>(asked(graph.requests().subList(second, graph.requests().size())));
            after.retainAll(new HashSet<>(before));
            // What was on its way when the process died, on each of the routes.
            assertThat(after).hasSizeLessThan(6);
            assertThat(whole.records()).isEqualTo(once.records());
            assertThat(folder).isEmptyDirectory();
        }
    }

    private static List<String> asked(List<GraphRequest> requests) {
        return requests.stream().map(request -> request.path() + request.query() + request.body()).toList();
    }

    @Test
    void hasNothingNewWhereNothingChangedAndSeesARuleThatWasHiddenSince() throws ConnectorException {
        StoredTenant tenant = ExchangeTenant.of(3);
        try (FakeGraph graph = FakeGraph.of(tenant, GraphAccess.full())) {
            round(graph, Duration.ZERO);
            assertThat(round(graph, Duration.ofHours(1)).records()).isZero();
            tenant.add(ExchangeTenant.rules(2), ExchangeTenant.hiddenRule("12", "."));

            assertThat(round(graph, Duration.ofHours(2)).of(MailboxRule.class)).singleElement()
                    .matches(rule -> rule.traits().contains(RuleTrait.HIDDEN));
        }
    }

    @Test
    void keepsWhatItKnewWhereTheRouteIsTakenAway() throws ConnectorException {
        StoredTenant tenant = ExchangeTenant.of(3).add(ExchangeTenant.rules(2), ExchangeTenant.hiddenRule("12", "."));
        try (FakeGraph graph = FakeGraph.of(tenant, GraphAccess.full())) {
            round(graph, Duration.ZERO);
            graph.with(GraphFault.always(request -> request.path().startsWith("adminapi/"),
                    GraphReply.error(404, "NotFound", "no route")));

            Evidences second = round(graph, Duration.ofHours(1));

            assertThat(places.replaced()).isEmpty();
            assertThat(second.coverage("*/Get-InboxRule", EvidenceKind.MAILBOX_RULE).reason().orElseThrow())
                    .contains("object-gone");
        }
    }
}
