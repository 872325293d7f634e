package org.mimawari.connector.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.AutoReply;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Coverage.State;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.SentMessage;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;
import org.mimawari.simulator.graph.GraphItem;
import org.mimawari.simulator.graph.GraphRecords;
import org.mimawari.simulator.graph.GraphRequest;
import org.mimawari.simulator.graph.StoredTenant;

/** Kind by kind, what Graph shows of a small tenant. */
class EverythingShownTest {

    private static final Instant YESTERDAY = Tenants.NOW.minusSeconds(86_400);
    private static final String USER = "users/" + SmallTenant.id(1);

    private final StoredTenant tenant = SmallTenant.of(1, 0);

    private Evidences collect(String... kinds) throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(tenant, GraphAccess.full())) {
            return Tenants.of(graph).with("kinds", kinds).collect();
        }
    }

    @ParameterizedTest
    @CsvSource({"user,PERSON", "shared,SHARED", "room,ROBOT", "equipment,ROBOT", "others,UNKNOWN"})
    void tellsPeopleFromSharedMailboxesAndRooms(String purpose, MailboxKind kind) throws ConnectorException {
        tenant.put(USER + "/mailboxSettings", GraphRecords.settings(purpose));

        assertThat(collect("users", "auto-replies").of(MailboxProfile.class)).extracting(MailboxProfile::mailboxKind)
                .contains(kind);
    }

    @Test
    void showsWhatAMailboxAnswersByItself() throws ConnectorException {
        tenant.put(USER + "/mailboxSettings", "{\"userPurpose\":\"user\",\"automaticRepliesSetting\":{\"status\":\"alwaysEnabled\","
                + "\"externalAudience\":\"all\",\"externalReplyMessage\":\"<p>Pay to the new account</p>\"}}");

        assertThat(collect("users", "auto-replies").of(AutoReply.class)).singleElement()
                .matches(reply -> reply.enabled() && reply.toStrangers() && reply.text().orElseThrow()
                .contains("new account"));
    }

    @Test
    void showsMethodsOfSignInWithTheirDates() throws ConnectorException {
        tenant.add(USER + "/authentication/methods",
                GraphItem.of("{\"@odata.type\":\"#microsoft.graph.phoneAuthenticationMethod\","
                + "\"id\":\"m\",\"createdDateTime\":\"2026-11-22T01:10:00Z\"}"));

        assertThat(collect("users", "authentication-methods").of(MailboxProfile.class)).anyMatch(profile ->
                profile.find("authenticationMethod").orElse("")
                .equals("phoneAuthenticationMethod 2026-11-22T01:10:00Z"));
    }

    @Test
    void showsWhatWasDeletedButCanStillBeRecovered() throws ConnectorException {
        tenant.add(USER + "/mailFolders/recoverableitemsdeletions/messages", GraphItem.at(YESTERDAY,
                GraphRecords.sent("d", YESTERDAY,
                SmallTenant.address(1), List.of("victim@other.example"), "New bank account")));

        assertThat(collect("users", "deleted").of(SentMessage.class)).singleElement()
                .matches(message -> message.subject().orElseThrow().contains("bank"));
    }

    @Test
    void showsWhoGrantedWhichApplicationWhat() throws ConnectorException {
        tenant.add("servicePrincipals", GraphItem.of(GraphRecords.principal("p1", "Mail Backup")));
        tenant.add("oauth2PermissionGrants", GraphItem.of(GraphRecords.grant("g1", "p1",
                SmallTenant.id(1), "Mail.Read")));

        assertThat(collect("users", "grants", "apps").of(ConnectedApp.class)).anyMatch(app ->
                app.mailbox().filter(user -> user.text().equals(SmallTenant.address(1))).isPresent());
    }

    @Test
    void asksForSignInsOfApplicationsByTheirTypeAndForNoneOfThemMailboxByMailbox() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(SmallTenant.of(30, 10), GraphAccess.full())) {
            Tenants.of(graph).with("since", "2d").with("kinds", "users", "sign-ins", "non-interactive-sign-ins",
                    "application-sign-ins").collect();

            assertThat(graph.requests()).filteredOn(request -> request.list().equals("auditLogs/signIns"))
                    .hasSizeLessThan(30).anyMatch(request -> request.isBeta() && filter(request)
                    .contains("'servicePrincipal'"))
                    .anyMatch(request -> request.isBeta() && filter(request).contains("'nonInteractiveUser'"))
                    .anyMatch(request -> !request.isBeta()).noneMatch(request -> filter(request).contains("userId"));
        }
    }

    private static String filter(GraphRequest request) {
        return request.query().getOrDefault("$filter", "");
    }

    @Test
    void readsEveryPageOfTheMessageTraceAndSaysWhereItDoesNotReach() throws ConnectorException {
        for (int i = 0; i < 5_100; i++) {
            Instant time = YESTERDAY.plusSeconds(i);
            tenant.add("admin/exchange/tracing/messageTraces", GraphItem.at(time, GraphRecords.trace("<" + i
                    + "@shop.example>",
                    time, SmallTenant.address(1), "to" + i + "@other.example", "Offer")));
        }
        try (FakeGraph graph = FakeGraph.of(tenant, GraphAccess.full())) {
            Evidences evidence = Tenants.of(graph).with("kinds", "users", "message-trace").with("since", "100d")
                    .collect();

            assertThat(evidence.of(SentMessage.class)).hasSize(5_100);
            assertThat(evidence.coverage("messageTraces", EvidenceKind.SENT_MESSAGE))
                    .matches(piece -> piece.state() == State.PARTIAL
                    && piece.reason().orElseThrow().contains("out-of-retention") && piece.reason().get()
                    .contains("90 days"));
        }
    }

    @Test
    void neverAsksForTheTextOfAMessage() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(tenant, GraphAccess.full())) {
            Tenants.of(graph).with("kinds", "users", "rules", "sent", "deleted", "message-trace").collect();

            assertThat(graph.requests()).filteredOn(request -> request.list().endsWith("/messages")).isNotEmpty()
                    .allMatch(request -> request.query().containsKey("$select"))
                    .noneMatch(request -> request.query().get("$select").toLowerCase(Locale.ROOT).contains("body"));
            assertThat(graph.requests()).noneMatch(request -> request.list().contains("$value"));
        }
    }

    /** What could not be looked at must not pass for a log of changes that showed none. */
    @Test
    void doesNotSayOfALogThatWasRefusedThatItShowsChanges() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(tenant, GraphAccess.full().without("AuditLog.Read.All"))) {
            Evidences evidence = Tenants.of(graph).with("kinds", "users", "directory-audits").collect();

            assertThat(evidence.coverage()).filteredOn(piece -> piece.source().contains("directoryAudits"))
                    .extracting(Coverage::state).containsOnly(State.NOT_COLLECTED);
        }
    }
}
