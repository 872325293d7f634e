package org.mimawari.connector.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Coverage.State;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SignIn;
import org.mimawari.simulator.google.FakeWorkspace;
import org.mimawari.simulator.google.StoredWorkspace;
import org.mimawari.simulator.google.WorkspaceFault;
import org.mimawari.simulator.google.WorkspaceItem;
import org.mimawari.simulator.google.WorkspaceRecords;
import org.mimawari.simulator.google.WorkspaceReply;
import org.mimawari.simulator.google.WorkspaceRequest;

/** What Google's services are known to do wrong, mostly on the second page of the sign-ins of one day. */
class WorkspaceFaultsTest {

    private static final Predicate<WorkspaceRequest> PAGE_TWO = request ->
            request.path().endsWith("/login") && request.isLaterPage();
    private static final int SIGN_INS = 150;

    private static Evidences collect(WorkspaceFault fault) throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(1, SIGN_INS)).with(fault)) {
            return Workspaces.of(fake).with("kinds", "users", "filters", "login-log").with("since", "3d").collect();
        }
    }

    @Test
    void aServiceThatIsNotThereIsUnreachable() {
        FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(1, 1));
        Workspaces workspaces = Workspaces.of(fake);
        fake.close();

        assertThatThrownBy(workspaces::collect).isInstanceOfSatisfying(ConnectorException.class, e ->
                assertThat(e.problem()).isEqualTo(ConnectorException.Problem.UNREACHABLE))
                .message().matches("unreachable: connection refused by 127\\.0\\.0\\.1:[0-9]+");
    }

    private static Coverage signIns(Evidences evidence) {
        return evidence.coverage("activities/login", EvidenceKind.SIGN_IN);
    }

    @ParameterizedTest
    @CsvSource({"403,rateLimitExceeded", "403,userRateLimitExceeded", "403,quotaExceeded", "429,rateLimitExceeded",
        "500,backendError", "503,backendError"})
    void waitsWhereAQuotaIsUsedUpOrTheServiceFails(int status, String reason) throws ConnectorException {
        Evidences evidence = collect(WorkspaceFault.times(3, PAGE_TWO, WorkspaceReply.error(status, reason, "Busy")));

        assertThat(evidence.of(SignIn.class)).hasSize(SIGN_INS);
        assertThat(signIns(evidence).state()).isEqualTo(State.COLLECTED);
    }

    @ParameterizedTest
    @CsvSource({"'',5", "40,40", "Wed,5"})
    void staysAwayForAsLongAsTheServiceSaysOrFiveSeconds(String retryAfter, long seconds) throws ConnectorException {
        WorkspaceReply busy = new WorkspaceReply(503, Map.of("Content-Type", "application/json", "Retry-After",
                retryAfter),
                new byte[0], -1);
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(1, SIGN_INS))
                .with(WorkspaceFault.times(1, PAGE_TWO, busy))) {
            Workspaces workspaces = Workspaces.of(fake).with("kinds", "login-log").with("since", "3d");
            Evidences evidence = workspaces.collect();

            assertThat(evidence.waits()).isEqualTo(seconds > 15 ? List.of("Google " + seconds) : List.of());
            assertThat(workspaces.time().waited()).isBetween(Duration.ofSeconds(seconds),
                    Duration.ofSeconds(2 * seconds));
        }
    }

    @Test
    void takesNoAnswerThatDoesNotComeToAnEnd() throws ConnectorException {
        WorkspaceReply endless = WorkspaceReply.json(200, "{\"items\":[],\"x\":\"" + "x".repeat(33 << 20) + "\"}");

        assertThat(signIns(collect(WorkspaceFault.times(9, PAGE_TWO, endless))).reason().orElseThrow())
                .contains("bad-data", "longer than 32 MiB");
    }

    @Test
    void countsWhatItCostsWithTheRefusalsOfAQuota() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(4, SIGN_INS))
                .with(WorkspaceFault.times(3, PAGE_TWO,
                WorkspaceReply.error(403, "rateLimitExceeded", "Busy")))) {
            Evidences evidence = Workspaces.of(fake).collect();

            assertThat(evidence.costs()).singleElement().satisfies(cost -> {
                assertThat(cost.mailboxes()).isEqualTo(4);
                assertThat(cost.requests()).isEqualTo(fake.requests().size());
                assertThat(cost.refused()).isEqualTo(3);
                assertThat(cost.time()).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
            });
            assertThat(evidence.looked()).isEqualTo(4);
        }
    }

    @Test
    void keepsWhatItGotWhereTheQuotaStaysUsedUp() throws ConnectorException {
        Evidences evidence = collect(WorkspaceFault.times(99, PAGE_TWO, WorkspaceReply.error(403, "rateLimitExceeded", "Busy")));

        assertThat(evidence.of(SignIn.class)).hasSize(100);
        assertThat(signIns(evidence).state()).isEqualTo(State.PARTIAL);
        assertThat(signIns(evidence).reason().orElseThrow()).contains("throttled", "403 rateLimitExceeded");
        assertThat(evidence.of(MailboxRule.class)).hasSize(1);
    }

    @Test
    void takesNewTokenOnceWhereOneIsRefused() throws ConnectorException {
        assertThat(collect(WorkspaceFault.times(1, PAGE_TWO, WorkspaceReply.error(401, "authError", "Invalid Credentials")))
                .of(SignIn.class)).hasSize(SIGN_INS);
    }

    @Test
    void readsAgainWhatBrokeOff() throws ConnectorException {
        assertThat(collect(WorkspaceFault.changing(1, PAGE_TWO, usual -> usual.cut(200))).of(SignIn.class)).hasSize(SIGN_INS);
    }

    @Test
    void takesAWebPageForNoAnswer() throws ConnectorException {
        assertThat(signIns(collect(WorkspaceFault.times(9, PAGE_TWO, WorkspaceReply.page()))).reason().orElseThrow())
                .contains("web page");
    }

    @Test
    void leavesTheCircleWhereATokenLeadsBack() throws ConnectorException {
        UnaryOperator<String> back = body -> body.substring(0, body.length() - 1) + ",\"nextPageToken\":\"100\"}";
        Evidences evidence = collect(WorkspaceFault.changing(9, PAGE_TWO, text(back)));

        assertThat(evidence.of(SignIn.class)).hasSize(SIGN_INS);
        assertThat(signIns(evidence).reason().orElseThrow()).contains("paging-loop");
    }

    private static UnaryOperator<WorkspaceReply> text(UnaryOperator<String> change) {
        return usual -> WorkspaceReply.json(usual.status(), change.apply(new String(usual.body(), StandardCharsets.UTF_8)));
    }

    @Test
    void passesOverOneMalformedActivityAndCountsIt() throws ConnectorException {
        StoredWorkspace stored = SmallWorkspace.of(1, 5);
        stored.activity("login", new WorkspaceItem(SmallWorkspace.DAY.plusSeconds(2), "\"no object\""));
        stored.activity("login", new WorkspaceItem(SmallWorkspace.DAY.plusSeconds(3),
                "{\"id\":{\"time\":\"yesterday\",\"uniqueQualifier\":\"7\"},\"events\":[]}"));
        try (FakeWorkspace fake = FakeWorkspace.of(stored)) {
            Evidences evidence = Workspaces.of(fake).with("kinds", "login-log").collect();

            assertThat(evidence.of(SignIn.class)).hasSize(5);
            assertThat(evidence.rejected()).hasSize(2).anyMatch(line -> line.contains("no readable time"));
        }
    }

    @Test
    void countsASettingThatIsNoneAndReadsTheOthers() throws ConnectorException {
        StoredWorkspace stored = SmallWorkspace.of(1, 0).setting(SmallWorkspace.address(1), "filters", "\"no object\"")
                .setting(SmallWorkspace.address(1), "filters", SmallWorkspace.filter("f9"));
        try (FakeWorkspace fake = FakeWorkspace.of(stored)) {
            Evidences evidence = Workspaces.of(fake).with("kinds", "filters").collect();

            assertThat(evidence.of(MailboxRule.class)).hasSize(2);
            assertThat(evidence.rejected()).singleElement().asString().contains("not a setting");
        }
    }

    @Test
    void countsFiveWrongPasswordsInOneRowAsFive() throws ConnectorException {
        StoredWorkspace stored = SmallWorkspace.of(1, 0).activity("login", WorkspaceRecords.activity("login", 1,
                SmallWorkspace.DAY, new WorkspaceRecords.Who(SmallWorkspace.address(1), "203.0.113.9", "NL", 64_666),
                WorkspaceRecords.event("login", "login_failure", Map.of("login_type", "google_password",
                        "login_challenge_method", "password password password password password"))));
        try (FakeWorkspace fake = FakeWorkspace.of(stored)) {
            assertThat(Workspaces.of(fake).with("kinds", "login-log").collect().of(SignIn.class)).singleElement()
                    .matches(signIn -> signIn.attempts() == 5 && signIn.wrongPassword());
        }
    }

    @Test
    void seesTheChangeInTwoLogsOnceAndTwoEventsWithOneIdTwice() throws ConnectorException {
        StoredWorkspace stored = SmallWorkspace.of(1, 0);
        WorkspaceRecords.Who who = new WorkspaceRecords.Who(SmallWorkspace.address(1), "192.0.2.10", "JP", 64_500);
        String enrolled = WorkspaceRecords.event("2sv_change", "2sv_enroll", Map.of());
        stored.activity("login", WorkspaceRecords.activity("login", 1, SmallWorkspace.DAY, who, enrolled));
        stored.activity("user_accounts", WorkspaceRecords.activity("user_accounts", 2, SmallWorkspace.DAY, who, enrolled));
        stored.activity("login", WorkspaceRecords.activity("login", 3, SmallWorkspace.DAY, who,
                WorkspaceRecords.event("login", "login_verification", Map.of("login_challenge_status", "passed"))));
        stored.activity("login", WorkspaceRecords.activity("login", 3, SmallWorkspace.DAY, who,
                WorkspaceRecords.event("login", "login_success", Map.of("login_type", "google_password"))));
        try (FakeWorkspace fake = FakeWorkspace.of(stored)) {
            Evidences evidence = Workspaces.of(fake).with("kinds", "login-log", "user-accounts-log").collect();

            assertThat(evidence.of(SettingChange.class)).hasSize(1);
            assertThat(evidence.of(SignIn.class)).hasSize(2);
        }
    }

    @Test
    void takesAUserWithoutGmailForNoError() throws ConnectorException {
        WorkspaceFault none = WorkspaceFault.times(99, request -> request.path().startsWith("gmail/")
                && request.subject().equals(SmallWorkspace.address(2)),
                WorkspaceReply.error(400, "failedPrecondition", "Mail service not enabled"));
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(2, 1)).with(none)) {
            Evidences evidence = Workspaces.of(fake).collect();

            Coverage filters = evidence.coverage("user2@shop.example/filters", EvidenceKind.MAILBOX_RULE);
            assertThat(filters.state()).isEqualTo(State.NOT_COLLECTED);
            assertThat(filters.isBroken()).isFalse();
            assertThat(filters.reason().orElseThrow()).contains("no-mailbox");
            assertThat(evidence.coverage("user2@shop.example/delegates", EvidenceKind.DELEGATION).reason().orElseThrow())
                    .contains("no-mailbox");
            assertThat(evidence.coverage("user1@shop.example/filters", EvidenceKind.MAILBOX_RULE).state())
                    .isEqualTo(State.COLLECTED);
            assertThat(fake.requests().stream().filter(request -> request.subject().equals(SmallWorkspace.address(2))))
                    .hasSize(1);
        }
    }

    @Test
    void losesOnlyWhatAScopeThatIsNotGrantedWouldShow() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(8, 5)).without("gmail.readonly").without("apps.alerts")) {
            Evidences evidence = Workspaces.of(fake).collect();

            assertThat(evidence.of(SignIn.class)).hasSize(5);
            assertThat(evidence.coverage("users/*/filters", EvidenceKind.MAILBOX_RULE).reason().orElseThrow())
                    .contains("permission-missing", "https://www.googleapis.com/auth/gmail.readonly", "100000000000000000001");
            assertThat(evidence.coverage("google/alerts", EvidenceKind.PROVIDER_ALERT).reason().orElseThrow())
                    .contains("https://www.googleapis.com/auth/apps.alerts");
        }
    }

    @Test
    void takesAnEmptyLogOfMessagesForNone() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(1, 1))) {
            Coverage sent = Workspaces.of(fake).with("kinds", "gmail-log").collect()
                    .coverage("activities/gmail", EvidenceKind.SENT_MESSAGE);

            assertThat(sent.state()).isEqualTo(State.NOT_COLLECTED);
            assertThat(sent.reason().orElseThrow()).contains("higher editions only");
        }
    }

    @Test
    void saysWhatIsBeforeTheLogsBegin() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(1, 1))) {
            Coverage logins = Workspaces.of(fake).with("kinds", "login-log").with("since", "400d").collect()
                    .coverage("activities/login", EvidenceKind.SIGN_IN);

            assertThat(logins.reason().orElseThrow()).contains("out-of-retention", "180 days");
            assertThat(fake.requests()).noneMatch(request -> request.query().getOrDefault("startTime", "9").startsWith("2025"));
        }
    }

    @Test
    void asksForNoScopeThatTheKindsDoNotNeed() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(1, 1))) {
            Evidences evidence = Workspaces.of(fake).with("kinds", "login-log").collect();
            assertThat(fake.scopes()).containsExactlyInAnyOrder("admin.directory.user.readonly", "admin.reports.audit.readonly");
            assertThat(evidence.of(SentMessage.class)).isEmpty();
        }
    }

    @Test
    void readsSentMailWithHeadersAloneWhereNoSettingsAreWanted() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(1, 1))) {
            Evidences evidence = Workspaces.of(fake).with("kinds", "sent").collect();
            assertThat(fake.scopes()).containsExactlyInAnyOrder("admin.directory.user.readonly", "gmail.metadata");
            assertThat(evidence.of(SentMessage.class)).singleElement()
                    .matches(mail -> mail.to().equals(List.of("a@partner.example")) && mail.content().isEmpty());
        }
    }

    @Test
    void saysThatTheAdministratorIsNone() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(1, 1))) {
            Workspaces wrong = Workspaces.of(fake).with("admin", "nobody@shop.example");
            assertThatThrownBy(wrong::collect).hasMessageContaining("'admin' is not the address of an administrator");
        }
    }

    @Test
    void asksTheLogsForEverybodyAndWithoutFilters() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(1, 1))) {
            Workspaces.of(fake).collect();

            assertThat(fake.requests()).filteredOn(request -> request.path().startsWith("admin/reports/")).isNotEmpty()
                    .allMatch(request -> request.path().contains("/users/all/")
                            && Set.of("startTime", "endTime", "maxResults", "pageToken").containsAll(request.query().keySet()));
        }
    }
}
