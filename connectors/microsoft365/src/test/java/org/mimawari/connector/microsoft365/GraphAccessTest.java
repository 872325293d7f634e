package org.mimawari.connector.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Coverage.State;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;
import org.mimawari.simulator.graph.GraphFault;
import org.mimawari.simulator.graph.GraphItem;
import org.mimawari.simulator.graph.GraphRecords;
import org.mimawari.simulator.graph.GraphReply;
import org.mimawari.simulator.graph.StoredTenant;

class GraphAccessTest {

    private static Evidences collect(StoredTenant tenant, GraphAccess access) throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(tenant, access)) {
            return Tenants.of(graph).with("since", "3d").collect();
        }
    }

    private static void missing(Coverage piece, String... words) {
        assertThat(piece.state()).isEqualTo(State.NOT_COLLECTED);
        assertThat(piece.reason().orElseThrow()).contains(words);
    }

    @Test
    void namesThePermissionThatIsMissingAndReadsAllElse() throws ConnectorException {
        Evidences evidence = collect(SmallTenant.of(3, 10), GraphAccess.full().without("AuditLog.Read.All"));

        missing(evidence.coverage("auditLogs/signIns", EvidenceKind.SIGN_IN), "permission-missing: ", "AuditLog.Read.All",
                "403 Authorization_RequestDenied", "request 00000000");
        missing(evidence.coverage("directoryAudits", EvidenceKind.SETTING_CHANGE), "AuditLog.Read.All");
        assertThat(evidence.of(MailboxRule.class)).hasSize(3);
        assertThat(evidence.of(SentMessage.class)).hasSize(3);
    }

    @Test
    void namesTheLicenceThatIsMissingAfterASecondLook() throws ConnectorException {
        Evidences evidence = collect(SmallTenant.of(1, 10), GraphAccess.full().withoutPremium());

        missing(evidence.coverage("auditLogs/signIns", EvidenceKind.SIGN_IN), "licence-missing: ", "Entra ID P1");
        missing(evidence.coverage("riskyUsers", EvidenceKind.PROVIDER_ALERT), "licence-missing: ", "Entra ID P2");
        assertThat(evidence.coverage("directoryAudits", EvidenceKind.SETTING_CHANGE).state()).isEqualTo(State.COLLECTED);
    }

    @Test
    void doesNotBelieveALicensedTenantThatSaysOnceItHasNone() throws ConnectorException {
        GraphReply none = GraphReply.error(403, "Authentication_RequestFromNonPremiumTenantOrB2CTenant", "no premium license");
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(1, 10), GraphAccess.full())
                .with(GraphFault.times(1, request -> request.path().equals("v1.0/auditLogs/signIns"), none))) {
            Evidences evidence = Tenants.of(graph).collect();

            assertThat(evidence.of(SignIn.class)).hasSize(10);
        }
    }

    @Test
    void stopsAskingMailboxesForWhatFiveOfThemRefused() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(20, 0), GraphAccess.full().without("MailboxSettings.Read"))) {
            Evidences evidence = Tenants.of(graph).collect();

            assertThat(graph.requests()).filteredOn(request -> request.path().endsWith("messageRules")).hasSize(5);
            assertThat(evidence.coverage()).filteredOn(piece -> piece.kind() == EvidenceKind.MAILBOX_RULE
                    && piece.state() == State.NOT_COLLECTED && piece.mailbox().isEmpty()).singleElement()
                    .satisfies(piece -> missing(piece, "permission-missing", "MailboxSettings.Read"));
            assertThat(evidence.of(SentMessage.class)).hasSize(20);
        }
    }

    @Test
    void takesARefusalOfOneMailboxForThatMailboxOnly() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(3, 0), GraphAccess.full()).with(GraphFault.always(
                request -> request.path().contains(SmallTenant.id(2)),
                GraphReply.error(403, "ErrorAccessDenied", "Access is denied.")))) {
            Evidences evidence = Tenants.of(graph).collect();

            missing(evidence.coverage("user2@shop.example/messageRules", EvidenceKind.MAILBOX_RULE), "policy-excluded");
            assertThat(evidence.of(MailboxRule.class)).hasSize(2);
        }
    }

    @Test
    void asksAMailboxThatIsNotThereForNothingMore() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(2, 0), GraphAccess.full()).with(GraphFault.always(
                request -> request.path().contains(SmallTenant.id(2)), GraphReply.error(404, "MailboxNotEnabledForRESTAPI",
                        "The mailbox is either inactive, soft-deleted, or is hosted on-premise.")))) {
            Evidences evidence = Tenants.of(graph).collect();

            missing(evidence.coverage("user2@shop.example/messageRules", EvidenceKind.MAILBOX_RULE), "no-mailbox",
                    "404 MailboxNotEnabledForRESTAPI");
            missing(evidence.coverage("user2@shop.example/sentitems", EvidenceKind.SENT_MESSAGE), "no-mailbox");
            assertThat(graph.requests()).filteredOn(request -> request.path().contains(SmallTenant.id(2))).hasSize(1);
        }
    }

    @Test
    void saysThatAMailboxWentBetweenTheListOfUsersAndTheLook() throws ConnectorException {
        StoredTenant tenant = SmallTenant.of(2, 0);
        tenant.remove("users/" + SmallTenant.id(2));

        Evidences evidence = collect(tenant, GraphAccess.full());

        missing(evidence.coverage("user2@shop.example/messageRules", EvidenceKind.MAILBOX_RULE), "object-gone",
                "404 Request_ResourceNotFound");
        assertThat(evidence.of(MailboxRule.class)).hasSize(1);
    }

    /** One person sees what that person may see: shared mailboxes are refused under delegated rights. */
    @Test
    void namesTheSharedMailboxesThatSomebodySignedInByBrowserIsRefused() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(2, 0), GraphAccess.full()).with(GraphFault.always(
                request -> request.path().contains(SmallTenant.id(2)),
                GraphReply.error(403, "ErrorAccessDenied", "no")))) {
            Evidences evidence = Tenants.of(graph).without("secret").with("device-code", "yes")
                    .with("kinds", "users", "rules")
                    .collect();

            missing(evidence.coverage("user2@shop.example/messageRules", EvidenceKind.MAILBOX_RULE), "policy-excluded",
                    "403 ErrorAccessDenied");
            assertThat(evidence.of(MailboxRule.class)).hasSize(1);
        }
    }

    @Test
    void showsARuleThatGraphCannotExpressAsUnreadable() throws ConnectorException {
        StoredTenant tenant = SmallTenant.of(1, 0);
        tenant.add("users/" + SmallTenant.id(1) + "/mailFolders/inbox/messageRules",
                GraphItem.of(GraphRecords.opaqueRule("rule-9", "Sweep")));

        Evidences evidence = collect(tenant, GraphAccess.full());

        assertThat(evidence.of(MailboxRule.class)).filteredOn(rule -> rule.name().equals("Sweep")).singleElement()
                .matches(rule -> !rule.readable());
    }

    @Test
    void leavesOutGuestsAndSaysOfUsersWithoutMailThatTheyHaveNoMailbox() throws ConnectorException {
        StoredTenant tenant = SmallTenant.of(1, 0);
        tenant.add("users", GraphItem.of("{\"id\":\"g\",\"userPrincipalName\":\"x_other.example#EXT#@shop.example\","
                + "\"mail\":\"x@other.example\",\"userType\":\"Guest\"}"));
        tenant.add("users", GraphItem.of("{\"id\":\"s\",\"userPrincipalName\":\"sync@shop.example\",\"mail\":null}"));

        Evidences evidence = collect(tenant, GraphAccess.full());

        assertThat(evidence.of(MailboxProfile.class)).allMatch(each -> each.mailbox().orElseThrow().text().startsWith("user1@"));
        assertThat(evidence.coverage()).filteredOn(piece -> piece.mailbox().isPresent()
                && piece.mailbox().get().text().equals("sync@shop.example")).singleElement()
                .satisfies(piece -> missing(piece, "no-mailbox"));
    }

    @Test
    void doesNotMissAMailboxThatWentWithItsUser() throws ConnectorException {
        StoredTenant tenant = SmallTenant.of(1, 0);
        tenant.add("directory/deletedItems/microsoft.graph.user",
                GraphItem.of("{\"id\":\"d\",\"mail\":\"left@shop.example\",\"deletedDateTime\":\"2026-11-20T00:00:00Z\"}"));

        Evidences evidence = collect(tenant, GraphAccess.full());

        assertThat(evidence.of(MailboxProfile.class)).noneMatch(each -> each.mailbox().orElseThrow().text().startsWith("left@"));
        assertThat(evidence.coverage()).filteredOn(piece -> piece.mailbox().isPresent()
                && piece.mailbox().get().text().equals("left@shop.example")).singleElement()
                .satisfies(piece -> missing(piece, "no-mailbox", "2026-11-20"));
    }

    @Test
    void saysThatForwardingIsNotShownAndThatOtherCloudsHaveNoTrace() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(1, 0), GraphAccess.full())) {
            Evidences evidence = Tenants.of(graph).with("cloud", "china").collect();

            missing(evidence.coverage("not shown", EvidenceKind.FORWARDING_SETTING), "not-visible", "Exchange administrator");
            missing(evidence.coverage("messageTraces", EvidenceKind.SENT_MESSAGE), "not-supported-in-cloud");
        }
    }

    @Test
    void goesToBetaWhereTheAuditSearchIsNotInTheFirstVersion() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(1, 0), GraphAccess.full()).with(GraphFault.always(
                request -> request.path().startsWith("v1.0/security"), GraphReply.error(404, "NotFound", "no segment")))) {
            Evidences evidence = Tenants.of(graph).with("kinds", List.of("users", "audit-log").toArray(String[]::new)).collect();

            assertThat(evidence.coverage("security/auditLog", EvidenceKind.SETTING_CHANGE).state()).isEqualTo(State.COLLECTED);
        }
    }

    @Test
    void readsTheLogsWhereUsersCannotBeListedAndNamesWhatThatCosts() throws ConnectorException {
        Evidences evidence = collect(SmallTenant.of(2, 10), GraphAccess.full().without("User.Read.All"));

        missing(evidence.coverage("users/*/rules", EvidenceKind.MAILBOX_RULE), "permission-missing", "User.Read.All");
        missing(evidence.coverage("users/*/sent", EvidenceKind.SENT_MESSAGE), "User.Read.All");
        assertThat(evidence.of(SignIn.class)).hasSize(10);
    }

    @Test
    void stopsAtTheDeadlineWithWhatItHasAndNamesEveryMailboxThatIsMissing() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(9, 0), GraphAccess.full()).with(GraphFault.times(4, request ->
                request.path().endsWith("messageRules"), GraphReply.throttled("20")))) {
            Evidences evidence = Tenants.of(graph).with("kinds", "users", "rules").with("deadline", "75s").collect();

            assertThat(evidence.of(MailboxRule.class)).isEmpty();
            assertThat(evidence.coverage()).filteredOn(piece -> piece.kind() == EvidenceKind.MAILBOX_RULE
                    && piece.reason().orElse("").contains("throttled")).hasSize(9);
        }
    }
}
