package org.mimawari.connector.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.google.collect.Kind;
import org.mimawari.evidence.AutoReply;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Coverage.State;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.SendAsAddress;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.SignIn;
import org.mimawari.simulator.google.FakeWorkspace;
import org.mimawari.simulator.google.StoredWorkspace;
import org.mimawari.simulator.google.WorkspaceFault;
import org.mimawari.simulator.google.WorkspaceItem;
import org.mimawari.simulator.google.WorkspaceReply;

/** What each kind shows, and that none goes without a word for any mailbox. */
class WorkspaceKindsTest {

    private static final String USER = SmallWorkspace.address(1);
    private static final List<String> OF_USER = List.of("filters", "forwardingAddresses", "autoForwarding", "sendAs",
            "delegates", "vacation", "imap", "pop", "sent", "tokens", "asps");

    private static Evidences everything(FakeWorkspace fake) throws ConnectorException {
        return Workspaces.of(fake).with("kinds", Arrays.stream(Kind.values()).map(Kind::word).toArray(String[]::new))
                .collect();
    }

    @Test
    void saysOfEveryKindAndMailboxHowItWasSeen() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(3, 2))) {
            Evidences evidence = everything(fake);

            for (int user = 1; user <= 3; user++) {
                for (String list : OF_USER) {
                    String source = "google/users/" + SmallWorkspace.address(user) + "/" + list;
                    Optional<MailboxAddress> mailbox = Optional.of(new MailboxAddress(SmallWorkspace.address(user)));
                    assertThat(evidence.coverage()).as(source).filteredOn(row -> row.source().equals(source))
                            .singleElement().matches(row -> row.mailbox().equals(mailbox)
                                    && row.state() != State.NOT_COLLECTED);
                }
            }
            assertThat(evidence.coverage()).extracting(Coverage::source).contains("google/users", "google/alerts",
                    "google/activities/login", "google/activities/user_accounts", "google/activities/token",
                    "google/activities/admin", "google/activities/gmail", "google/activities/drive",
                    "google/activities/takeout");
        }
    }

    @Test
    void losesNoKindFromSightWhereUsersCannotBeListed() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(3, 2)).without("admin.directory.user.readonly")) {
            Evidences evidence = everything(fake);

            for (String list : OF_USER) {
                assertThat(evidence.coverage()).as(list)
                        .filteredOn(row -> row.source().equals("google/users/*/" + list))
                        .singleElement().matches(row -> row.state() == State.NOT_COLLECTED
                                && row.reason().orElseThrow().contains("permission-missing"));
            }
            assertThat(evidence.of(SignIn.class)).hasSize(2);
        }
    }

    @Test
    void saysWhichTimeOfALogWasAskedForAndWhichWasGot() throws ConnectorException {
        WorkspaceFault down = WorkspaceFault.times(99, request -> request.path().endsWith("/login")
                && request.query().getOrDefault("startTime", "").startsWith("2026-11-24"),
                WorkspaceReply.error(500, "backendError", "Down"));
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(1, 2)).with(down)) {
            Coverage logins = Workspaces.of(fake).with("kinds", "login-log").with("since", "5d").collect()
                    .coverage("activities/login", EvidenceKind.SIGN_IN);

            assertThat(logins.reason().orElseThrow()).contains("service-error", "500 backendError",
                    "asked from 2026-11-20T00:00:00Z to 2026-11-25T00:00:00Z, read up to 2026-11-24T00:00:00Z");
            assertThat(logins.state()).isEqualTo(State.PARTIAL);
        }
    }

    @Test
    void doesNotTakeAListForWholeWhoseNextPageHasNoReadableName() throws ConnectorException {
        UnaryOperator<WorkspaceReply> endless = usual -> WorkspaceReply.json(200, "{\"items\":[],\"nextPageToken\":\""
                + "x".repeat(9_000) + "\"}");
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(1, 2)).with(WorkspaceFault.changing(99,
                request -> request.path().endsWith("/login"), endless))) {
            assertThat(Workspaces.of(fake).with("kinds", "login-log").collect().coverage("activities/login",
                    EvidenceKind.SIGN_IN).reason().orElseThrow()).contains("bad-data", "next page");
        }
    }

    @Test
    void readsEverySettingOfAMailbox() throws ConnectorException {
        StoredWorkspace stored = SmallWorkspace.of(1, 0)
                .setting(USER, "forwardingAddresses",
                        "{\"forwardingEmail\":\"a@keepsafe.example\",\"verificationStatus\":\"pending\"}")
                .change(USER, "autoForwarding",
                        "{\"enabled\":true,\"emailAddress\":\"b@keepsafe.example\",\"disposition\":\"archive\"}")
                .setting(USER, "sendAs", "{\"sendAsEmail\":\"boss@shop.example\","
                        + "\"replyToAddress\":\"boss@freemail.example\",\"verificationStatus\":\"accepted\","
                        + "\"smtpMsa\":{\"host\":\"smtp.keepsafe.example\",\"port\":587}}")
                .setting(USER, "delegates",
                        "{\"delegateEmail\":\"c@keepsafe.example\",\"verificationStatus\":\"pending\"}")
                .change(USER, "vacation", "{\"enableAutoReply\":true,\"responseSubject\":\"New account\"}")
                .change(USER, "imap", "{\"enabled\":true}")
                .change(USER, "pop", "{\"accessWindow\":\"allMail\",\"disposition\":\"trash\"}");
        try (FakeWorkspace fake = FakeWorkspace.of(stored)) {
            Evidences evidence = everything(fake);

            assertThat(evidence.of(ForwardingSetting.class)).anyMatch(one -> !one.confirmed())
                    .anyMatch(one -> one.keepsCopy().equals(Optional.of(false)));
            assertThat(evidence.of(SendAsAddress.class)).singleElement().matches(one -> one.relay().equals(
                    Optional.of("smtp.keepsafe.example")) && one.replyTo().equals(
                            Optional.of("boss@freemail.example")));
            assertThat(evidence.of(Delegation.class)).hasSize(1);
            assertThat(evidence.of(AutoReply.class)).singleElement().matches(AutoReply::enabled);
            assertThat(evidence.of(SettingChange.class)).hasSize(2);
        }
    }

    @Test
    void showsApplicationsAndTheirPasswordsOnlyWhereTheyAreAskedForByName() throws ConnectorException {
        StoredWorkspace stored = SmallWorkspace.of(1, 0);
        String user = "admin/directory/v1/users/" + USER;
        stored.add(user + "/tokens", WorkspaceItem.of("{\"clientId\":\"1.apps.example\","
                + "\"displayText\":\"Mail Sorter\",\"scopes\":[\"https://mail.google.com/\"]}"));
        stored.add(user + "/asps", WorkspaceItem.of("{\"codeId\":1,\"name\":\"mail\","
                + "\"creationTime\":\"1763800000000\"}"));
        try (FakeWorkspace fake = FakeWorkspace.of(stored)) {
            Evidences usual = Workspaces.of(fake).collect();
            assertThat(usual.of(ConnectedApp.class)).isEmpty();
            assertThat(fake.scopes()).doesNotContain("admin.directory.user.security");

            Evidences asked = Workspaces.of(fake).with("kinds", "tokens", "application-passwords").collect();
            assertThat(asked.of(ConnectedApp.class)).hasSize(1);
            assertThat(asked.of(SettingChange.class)).extracting(SettingChange::topic)
                    .containsExactly(SettingTopic.APP_PASSWORD_ADDED);
            assertThat(fake.requests()).noneMatch(request -> request.path().contains("verificationCodes"));
        }
    }

    @Test
    void showsWhatGoogleWarnsOf() throws ConnectorException {
        StoredWorkspace stored = SmallWorkspace.of(1, 0)
                .add("v1beta1/alerts", WorkspaceItem.of("{\"alertId\":\"a-1\",\"type\":"
                + "\"Leaked password\",\"source\":\"Google identity\","
                + "\"createTime\":\"2026-11-22T01:10:00Z\",\"data\":{\"email\":\""
                + USER + "\",\"loginDetails\":{\"ipAddress\":\"203.0.113.77\"}}}"))
                .add("v1beta1/alerts", WorkspaceItem.of("7"));
        try (FakeWorkspace fake = FakeWorkspace.of(stored)) {
            Evidences evidence = Workspaces.of(fake).with("kinds", "alerts").collect();

            assertThat(evidence.of(ProviderAlert.class)).singleElement().matches(alert ->
                    alert.topic() == ProviderAlert.Topic.PASSWORD_LEAKED
                            && alert.origin().mailbox().equals(Optional.of(new MailboxAddress(USER))));
            assertThat(evidence.rejected()).hasSize(1);
        }
    }

    @Test
    void saysWhyAnAccountIsSuspendedAndWhoHasNoMailbox() throws ConnectorException {
        StoredWorkspace stored = SmallWorkspace.of(1, 0).user("aoi@shop.example", "{\"id\":\"7\",\"primaryEmail\":"
                + "\"aoi@shop.example\",\"suspended\":true,\"suspensionReason\":\"ADMIN\",\"isMailboxSetup\":false,"
                + "\"isEnrolledIn2Sv\":false,\"recoveryEmail\":\"aoi@freemail.example\","
                + "\"recoveryPhone\":\"+81300000000\"}");
        try (FakeWorkspace fake = FakeWorkspace.of(stored)) {
            Evidences evidence = Workspaces.of(fake).collect();

            assertThat(evidence.of(MailboxProfile.class)).filteredOn(one -> one.toString().contains("aoi@shop.example"))
                    .singleElement().asString().contains("suspensionReason", "ADMIN", "aoi@freemail.example",
                    "+81300000000",
                            "isEnrolledIn2Sv");
            assertThat(evidence.coverage("users without mailbox", EvidenceKind.MAILBOX_RULE)).matches(row ->
                    row.state() == State.NOT_COLLECTED && !row.isBroken() && row.reason().orElseThrow()
                            .contains("no Gmail"));
            assertThat(fake.requests()).noneMatch(request -> request.subject().equals("aoi@shop.example"));
        }
    }

    @Test
    void takesCountryAndNetworkFromGoogle() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(1, 1))) {
            assertThat(Workspaces.of(fake).with("kinds", "login-log").collect().of(SignIn.class)).singleElement()
                    .asString().contains("JP", "64500");
        }
    }
}
