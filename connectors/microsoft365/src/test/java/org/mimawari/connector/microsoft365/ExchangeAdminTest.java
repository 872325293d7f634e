package org.mimawari.connector.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.microsoft365.graph.ShowingCommand;
import org.mimawari.evidence.Coverage.State;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.MailFlowRule;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.simulator.graph.ExchangeRecords;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;
import org.mimawari.simulator.graph.GraphItem;
import org.mimawari.simulator.graph.GraphRequest;
import org.mimawari.simulator.graph.StoredTenant;

/** What the unsupported route of Exchange shows. */
class ExchangeAdminTest {

    private static Evidences collect(StoredTenant tenant) throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(tenant, GraphAccess.full())) {
            return tenants(graph).collect();
        }
    }

    private static Tenants tenants(FakeGraph graph) {
        return Tenants.of(graph).with("kinds", "users").with("exchange-admin", "yes");
    }

    @Test
    void showsForwardingAndSaysByWhichRoute() throws ConnectorException {
        Evidences evidence = collect(ExchangeTenant.of(1).add("exchange/Get-Mailbox", GraphItem.of(
                ExchangeRecords.mailbox("info@shop.example", ExchangeTenant.THIEF, List.of()))));

        assertThat(evidence.of(ForwardingSetting.class)).singleElement().matches(each ->
                each.target().equals(ExchangeTenant.THIEF) && each.ref().source().contains("unsupported route"));
        assertThat(evidence.coverage("Get-Mailbox", EvidenceKind.FORWARDING_SETTING).state())
                .isEqualTo(State.COLLECTED);
    }

    @Test
    void showsWhatBecomesOfTheTenantsMail() throws ConnectorException {
        Evidences evidence = collect(ExchangeTenant.of(1)
                .add("exchange/Get-TransportRule", GraphItem.of(ExchangeRecords.transportRule("copy",
                ExchangeTenant.THIEF)))
                .add("exchange/Get-OutboundConnector",
                GraphItem.of("{\"Name\":\"relay\",\"Enabled\":true,\"UseMXRecord\":false,"
                        + "\"SmartHosts\":[\"relay.keepsafe.example\"],\"RecipientDomains\":[\"*\"]}")));

        assertThat(evidence.of(MailFlowRule.class)).extracting(MailFlowRule::type).containsExactlyInAnyOrder(
                MailFlowRule.Type.TRANSPORT_RULE, MailFlowRule.Type.OUTBOUND_CONNECTOR);
        assertThat(evidence.coverage("Get-JournalRule", EvidenceKind.MAIL_FLOW_RULE).state())
                .isEqualTo(State.COLLECTED);
    }

    @Test
    void marksTheRulesThatOutlookAndGraphDoNotShow() throws ConnectorException {
        Evidences evidence = collect(ExchangeTenant.of(2).add(ExchangeTenant.rules(1),
                ExchangeTenant.rule("11", "archive"))
                .add(ExchangeTenant.rules(1), ExchangeTenant.hiddenRule("12", "archive"))
                .add(ExchangeTenant.rules(2), ExchangeTenant.hiddenRule("13", ".")));

        assertThat(evidence.of(MailboxRule.class)).hasSize(3).filteredOn(rule -> rule.traits()
                .contains(RuleTrait.HIDDEN))
                .extracting(rule -> rule.mailbox().orElseThrow().text(), MailboxRule::name).containsExactlyInAnyOrder(
                        tuple("user1@shop.example", "archive"),
                        tuple("user2@shop.example", "."));
    }

    /** Exchange's names are easily borrowed. */
    @Test
    void showsAHiddenRuleThatForwardsUnderTheNameOfTheJunkFilter() throws ConnectorException {
        assertThat(collect(ExchangeTenant.of(1).add(ExchangeTenant.rules(1),
                ExchangeTenant.hiddenRule("12", "Junk E-mail Rule")))
                .of(MailboxRule.class)).singleElement().matches(rule -> rule.traits().contains(RuleTrait.HIDDEN));
    }

    @Test
    void looksForHiddenRulesOnceWhereAMailboxHasOnlyThoseOfExchangeItself() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(ExchangeTenant.of(3), GraphAccess.full())) {
            Evidences evidence = tenants(graph).collect();

            assertThat(graph.requests()).filteredOn(request -> request.body().contains("Get-InboxRule")).hasSize(3);
            assertThat(evidence.of(MailboxRule.class)).isEmpty();
            assertThat(evidence.coverage("user3@shop.example/Get-InboxRule", EvidenceKind.MAILBOX_RULE).state())
                    .isEqualTo(State.COLLECTED);
        }
    }

    @Test
    void showsWhoElseMayOpenAMailboxOrSendAsIt() throws ConnectorException {
        Evidences evidence = collect(ExchangeTenant.of(2)
                .add("exchange/Get-MailboxPermission/user1@shop.example", GraphItem.of(
                        ExchangeRecords.mailboxPermission("user1", "user2@shop.example")))
                .add("exchange/Get-RecipientPermission",
                GraphItem.of(ExchangeRecords.sendAs("user1", "user2@shop.example")))
                .add("exchange/Get-Mailbox", GraphItem.of(ExchangeRecords.mailbox("box@shop.example", "",
                List.of("later"))))
                .add("exchange/Get-Mailbox", GraphItem.of(ExchangeRecords.mailbox("later@shop.example", "",
                List.of()))));

        assertThat(evidence.of(Delegation.class)).extracting(each -> each.mailbox().orElseThrow().text() + " "
                + each.grantee() + " " + each.rights()).containsExactlyInAnyOrder(
                        "user1@shop.example user2@shop.example [FullAccess]",
                        "user1@shop.example user2@shop.example [SendAs]",
                        "box@shop.example later@shop.example [SendOnBehalf]");
    }

    @Test
    void showsWhetherAMailboxIsAuditedAndWhichProtocolsItSpeaks() throws ConnectorException {
        Evidences evidence = collect(ExchangeTenant.of(1).add("exchange/Get-CASMailbox", GraphItem.of(
                "{\"PrimarySmtpAddress\":\"user1@shop.example\",\"ImapEnabled\":true,\"PopEnabled\":false}")));

        assertThat(evidence.of(MailboxProfile.class)).anyMatch(each -> each.find("AuditEnabled").isPresent())
                .anyMatch(each -> each.find("ImapEnabled").isPresent());
    }

    @Test
    void followsThePagesOfALongList() throws ConnectorException {
        StoredTenant tenant = ExchangeTenant.of(1);
        for (int i = 0; i < 250; i++) {
            tenant.add("exchange/Get-Mailbox", GraphItem.of(ExchangeRecords.mailbox("box" + i + "@shop.example",
                    ExchangeTenant.THIEF, List.of())));
        }

        assertThat(collect(tenant).of(ForwardingSetting.class)).hasSize(250);
    }

    @Test
    void isNeverAskedWhereNobodySwitchedItOn() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(ExchangeTenant.of(1), GraphAccess.full())) {
            tenants(graph).with("exchange-admin", "no").collect();

            assertThat(graph.requests()).allMatch(request -> request.method().equals("GET"));
        }
    }

    /** Reading only, proved against a fake that remembers: GET, the search of the audit log, and these commands. */
    @Test
    void changesNothingWhateverIsSwitchedOn() throws ConnectorException {
        List<String> commands = Arrays.stream(ShowingCommand.values()).map(ShowingCommand::word).toList();
        try (FakeGraph graph = FakeGraph.of(ExchangeTenant.of(3), GraphAccess.full())) {
            Tenants.of(graph).with("exchange-admin", "yes").collect();

            assertThat(commands).allMatch(word -> word.matches("Get-[A-Za-z]+"));
            assertThat(graph.requests()).allMatch(request -> request.method().equals("GET")
                    || request.method().equals("POST") && request.list().equals("security/auditLog/queries")
                    || runs(request, commands));
            assertThat(graph.requests()).filteredOn(request -> runs(request, commands)).hasSize(9 + 2 * 3);
        }
    }

    private static boolean runs(GraphRequest request, List<String> commands) {
        return request.method().equals("POST") && request.path().matches("adminapi/beta/[^/]+/InvokeCommand")
                && commands.stream().anyMatch(word -> request.body().startsWith("{\"CmdletInput\":{\"CmdletName\":\""
                + word + "\","));
    }
}
