package org.mimawari.connector.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Coverage.State;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.ForwardingSetting;
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

/** What the unsupported route of Exchange does not show, and that nothing is called looked at for that. */
class ExchangeRefusalsTest {

    private static final Predicate<GraphRequest> ROUTE = request -> request.path().startsWith("adminapi/");

    private static Tenants tenants(FakeGraph graph) {
        return Tenants.of(graph).with("kinds", "users", "rules").with("exchange-admin", "yes");
    }

    private static Evidences collect(StoredTenant tenant, GraphFault fault) throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(tenant, GraphAccess.full()).with(fault)) {
            return tenants(graph).collect();
        }
    }

    private static Predicate<GraphRequest> runs(String command) {
        return request -> request.body().contains("\"" + command + "\"");
    }

    private static void missing(Coverage piece, String... words) {
        assertThat(piece.state()).isEqualTo(State.NOT_COLLECTED);
        assertThat(piece.reason().orElseThrow()).contains(words);
    }

    @Test
    void namesPermissionAndRoleForEverythingItWouldHaveShownAndReadsAllElse() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(ExchangeTenant.of(9), GraphAccess.full().without("Exchange.ManageAsApp"))) {
            Evidences evidence = tenants(graph).collect();

            missing(evidence.coverage("Get-Mailbox", EvidenceKind.FORWARDING_SETTING), "permission-missing",
                    "Exchange.ManageAsApp", "Global Reader", "403", "request 0000", "export");
            missing(evidence.coverage("Get-TransportRule", EvidenceKind.MAIL_FLOW_RULE), "permission-missing");
            missing(evidence.coverage("*/Get-MailboxPermission", EvidenceKind.DELEGATION), "permission-missing");
            missing(evidence.coverage("*/Get-InboxRule", EvidenceKind.MAILBOX_RULE), "permission-missing");
            assertThat(evidence.of(MailboxRule.class)).hasSize(9);
            assertThat(graph.requests()).filteredOn(ROUTE).hasSize(9);
        }
    }

    @Test
    void saysSoWhereExchangeRefusesTheTokenItself() throws ConnectorException {
        missing(collect(ExchangeTenant.of(1), GraphFault.always(ROUTE, new GraphReply(401, Map.of(), new byte[0], -1,
                Duration.ZERO))).coverage("Get-Mailbox",
                EvidenceKind.FORWARDING_SETTING), "auth-failed", "Exchange.ManageAsApp", "401");
    }

    @Test
    void saysThatTheRouteIsGoneAndGoesOn() throws ConnectorException {
        Evidences evidence = collect(ExchangeTenant.of(2), GraphFault.always(ROUTE,
                GraphReply.error(404, "NotFound", "no route")));

        missing(evidence.coverage("Get-Mailbox",
                EvidenceKind.FORWARDING_SETTING), "object-gone", "does not offer this route",
                "404 NotFound");
        missing(evidence.coverage("*/Get-InboxRule", EvidenceKind.MAILBOX_RULE), "object-gone");
        assertThat(evidence.of(MailboxRule.class)).hasSize(2);
    }

    @Test
    void namesACommandThatTheRoleDoesNotKnowAndRunsTheOthers() throws ConnectorException {
        Evidences evidence = collect(ExchangeTenant.of(1).add("exchange/Get-Mailbox",
                GraphItem.of(ExchangeRecords.mailbox(
                "info@shop.example", ExchangeTenant.THIEF, List.of()))), GraphFault.always(runs("Get-JournalRule"),
                GraphReply.error(400, "BadRequest", "|System.Management.Automation.CommandNotFoundException|not recognized")));

        missing(evidence.coverage("Get-JournalRule",
                EvidenceKind.MAIL_FLOW_RULE), "permission-missing", "Global Reader");
        assertThat(evidence.of(ForwardingSetting.class)).hasSize(1);
    }

    @Test
    void stopsAskingMailboxesForWhatFiveOfThemRefused() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(ExchangeTenant.of(12), GraphAccess.full()).with(GraphFault.always(
                runs("Get-InboxRule"), GraphReply.error(403, "Forbidden", "no")))) {
            Evidences evidence = tenants(graph).collect();

            // Four are on their way at the same time.
            assertThat(graph.requests()).filteredOn(runs("Get-InboxRule")).hasSizeBetween(5, 8);
            missing(evidence.coverage("*/Get-InboxRule", EvidenceKind.MAILBOX_RULE), "permission-missing");
            assertThat(evidence.coverage("user12@shop.example/Get-MailboxPermission", EvidenceKind.DELEGATION).state())
                    .isEqualTo(State.COLLECTED);
        }
    }

    @Test
    void doesNotTakeMailboxesWithoutTheirForwardingForMailboxesThatForwardNothing() throws ConnectorException {
        StoredTenant tenant = ExchangeTenant.of(1).add("exchange/Get-Mailbox",
                GraphItem.of("{\"PrimarySmtpAddress\":\"bare@shop.example\",\"RecipientTypeDetails\":\"UserMailbox\"}"));

        Evidences evidence = collect(tenant, GraphFault.times(0, ROUTE, GraphReply.page()));

        assertThat(evidence.coverage()).filteredOn(piece -> piece.kind() == EvidenceKind.FORWARDING_SETTING)
                .anySatisfy(piece -> {
            assertThat(piece.mailbox().orElseThrow().text()).isEqualTo("bare@shop.example");
            missing(piece, "not-visible", "without the properties of forwarding");
        });
    }

    @Test
    void doesNotTakeAMailboxForLookedAtThatIsNotInTheList() throws ConnectorException {
        StoredTenant tenant = ExchangeTenant.of(1).mailbox(SmallTenant.id(2), SmallTenant.address(2));

        Evidences evidence = collect(tenant, GraphFault.times(0, ROUTE, GraphReply.page()));

        assertThat(evidence.coverage()).filteredOn(piece -> piece.kind() == EvidenceKind.FORWARDING_SETTING
                && piece.mailbox()
                .filter(mailbox -> mailbox.text().equals(SmallTenant.address(2))).isPresent()).singleElement()
                .satisfies(piece -> missing(piece, "not-visible", "not this one"));
        missing(evidence.coverage("user2@shop.example/Get-InboxRule",
                EvidenceKind.MAILBOX_RULE), "no-mailbox", "404 NotFound",
                "request 0000");
    }

    @Test
    void saysThatHiddenRulesCannotBeToldWhereTheVisibleOnesAreRefused() throws ConnectorException {
        StoredTenant tenant = ExchangeTenant.of(1).add(ExchangeTenant.rules(1), ExchangeTenant.hiddenRule("12", "."));

        Evidences evidence = collect(tenant, GraphFault.always(runs("Get-InboxRule").and(request ->
                !request.body().contains("IncludeHidden")), GraphReply.error(500, "InternalServerError", "oops")));

        assertThat(evidence.of(MailboxRule.class)).filteredOn(rule -> rule.name().equals(".")).singleElement()
                .matches(rule -> !rule.traits().contains(RuleTrait.HIDDEN));
        assertThat(evidence.coverage("user1@shop.example/Get-InboxRule", EvidenceKind.MAILBOX_RULE)).matches(piece ->
                piece.state() == State.PARTIAL && piece.reason().orElseThrow().contains("which rules are hidden"));
    }

    private static GraphFault linking(String to) {
        UnaryOperator<GraphReply> change = usual -> GraphReply.json(200, new String(usual.body(),
                StandardCharsets.UTF_8)
                .replace("\"value\":", "\"@odata.nextLink\":\"" + to + "\",\"value\":"));
        return GraphFault.changing(1, runs("Get-Mailbox"), change);
    }

    @Test
    void neverFollowsALinkToAnotherHostNorToAnythingElseOfExchange() throws ConnectorException {
        try (FakeGraph other = FakeGraph.of(SmallTenant.of(1, 1), GraphAccess.full())) {
            Evidences evidence = collect(ExchangeTenant.of(1), linking(other.address()
                    + "/adminapi/beta/x/InvokeCommand"));

            assertThat(evidence.coverage("Get-Mailbox", EvidenceKind.DELEGATION).reason().orElseThrow())
                    .contains("foreign-link");
            assertThat(other.requests()).isEmpty();
        }
        try (FakeGraph graph = FakeGraph.of(ExchangeTenant.of(1), GraphAccess.full())) {
            graph.with(linking(graph.address() + "/adminapi/beta/x/SetMailbox"));
            tenants(graph).collect();

            assertThat(graph.requests()).noneMatch(request -> request.path().contains("SetMailbox"));
        }
    }

    @Test
    void waitsWhereTheRouteIsBusyAndHoldsUpNothingElse() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(ExchangeTenant.of(2), GraphAccess.full())
                .with(GraphFault.times(2, ROUTE, GraphReply.throttled("60")))) {
            Tenants tenants = tenants(graph);

            assertThat(tenants.collect().coverage("Get-Mailbox", EvidenceKind.FORWARDING_SETTING).state())
                    .isEqualTo(State.COLLECTED);
            assertThat(tenants.time().waited()).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
        }
    }

    @Test
    void passesOverWhatIsNoObjectAndCountsIt() throws ConnectorException {
        Evidences evidence = collect(ExchangeTenant.of(1).add("exchange/Get-TransportRule", GraphItem.of("\"a text\""))
                .add("exchange/Get-TransportRule", GraphItem.of(ExchangeRecords.transportRule("copy", "a@b.example"))),
                GraphFault.times(0, ROUTE, GraphReply.page()));

        assertThat(evidence.rejected()).singleElement().asString().contains("Get-TransportRule", "not an object");
    }
}
