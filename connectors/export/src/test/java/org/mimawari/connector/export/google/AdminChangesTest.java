package org.mimawari.connector.export.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.connector.export.google.ActivityReaderTest.event;
import static org.mimawari.connector.export.google.ActivityReaderTest.many;
import static org.mimawari.connector.export.google.ActivityReaderTest.param;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailFlowRule;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.SignIn;

class AdminChangesTest {

    @TempDir
    Path folder;

    @Test
    void tellsTheAffectedUserFromTheAdministrator() {
        SettingChange change = setting(admin("CHANGE_PASSWORD", param("USER_EMAIL", "ken@corp.example")));

        assertThat(change.topic()).isEqualTo(SettingTopic.PASSWORD_CHANGED);
        assertThat(change.mailbox().orElseThrow().text()).isEqualTo("ken@corp.example");
        assertThat(change.actor().user()).contains("aoi@corp.example");
        assertThat(change.actor().role()).isEqualTo(Actor.Role.ADMIN);
    }

    @ParameterizedTest
    @CsvSource({
        "CREATE_USER, USER_CREATED", "UNSUSPEND_USER, USER_ENABLED", "ASSIGN_ROLE, ROLE_GRANTED",
        "DELETE_ROLE, ROLE_REMOVED", "TURN_OFF_2_STEP_VERIFICATION, SECOND_FACTOR_REMOVED",
        "CUSTOMER_TAKEOUT_CREATED, DATA_EXPORT", "CREATE_DATA_TRANSFER_REQUEST, DATA_EXPORT",
        "ADD_TRUSTED_DOMAINS, DOMAIN_CHANGED", "ADD_APPLICATION, APP_CHANGED",
        "ADD_MOBILE_APPLICATION_TO_WHITELIST, APP_CHANGED", "TOGGLE_SSO_ENABLED, IDENTITY_PROVIDER_CHANGED",
        "ENFORCE_STRONG_AUTHENTICATION, POLICY_CHANGED", "CHANGE_SESSION_LENGTH, POLICY_CHANGED",
        "SECURITY_INVESTIGATION_QUERY, OTHER", "ALERT_CENTER_VIEW, OTHER", "CREATE_GROUP, OTHER", "MOVE_USER_TO_ORG_UNIT, OTHER",
    })
    void knowsTheTopicByTheName(String name, SettingTopic topic) {
        assertThat(setting(admin(name)).topic()).isEqualTo(topic);
    }

    @ParameterizedTest
    @CsvSource({
        "CHANGE_GMAIL_SETTING, DISABLE_SPAM_CHECKS, false, true, MAIL_PROTECTION_WEAKENED",
        "CHANGE_GMAIL_SETTING, Spoofing protection, true, false, MAIL_PROTECTION_WEAKENED",
        "CHANGE_GMAIL_SETTING, Spoofing protection, false, true, POLICY_CHANGED",
        "CREATE_GMAIL_SETTING, SPAM_CONTROL approved senders, , x, MAIL_PROTECTION_WEAKENED",
        "DELETE_GMAIL_SETTING, ATTACHMENT_SAFETY, , , MAIL_PROTECTION_WEAKENED",
        "CHANGE_APPLICATION_SETTING, Password Management - Minimum length, 12, 6, POLICY_CHANGED",
        "CHANGE_EMAIL_SETTING, IMAP_ACCESS, false, true, PROTOCOL_ENABLED",
        "CHANGE_EMAIL_SETTING, IMAP_ACCESS, true, false, PROTOCOL_DISABLED",
        "CHANGE_CALENDAR_SETTING, SHARING_OUTSIDE_DOMAIN, READ_ONLY_ACCESS, MANAGE_ACCESS, SHARING_WIDENED",
        "CHANGE_CALENDAR_SETTING, SHARING_OUTSIDE_DOMAIN, MANAGE_ACCESS, FREE_BUSY, POLICY_CHANGED",
        "CHANGE_DOCS_SETTING, SHARING_OUTSIDE_DOMAIN, SHARING_NOT_ALLOWED, SHARING_ALLOWED, SHARING_WIDENED",
        "CHANGE_APPLICATION_SETTING, Chat history, on, off, OTHER",
    })
    void judgesASettingByItsMeaning(String name, String setting, String before, String after, SettingTopic topic) {
        String record = admin(name, param("SETTING_NAME", setting), param("OLD_VALUE", before == null ? "" : before),
                param("NEW_VALUE", after == null ? "" : after));

        assertThat(setting(record).topic()).isEqualTo(topic);
    }

    @Test
    void readsARouteWithItsTargets() {
        MailFlowRule rule = read(admin("CREATE_GMAIL_SETTING", param("SETTING_NAME", "EMAIL_ROUTE"),
                param("NEW_VALUE", "also deliver to: drop@mail.test"))).evidence(MailFlowRule.class).get(0);

        assertThat(rule.type()).isEqualTo(MailFlowRule.Type.ROUTING);
        assertThat(rule.change()).isEqualTo(Change.ADDED);
        assertThat(rule.targets()).containsExactly("drop@mail.test");
    }

    @Test
    void readsAnEmailMonitorOnTheWatchedMailbox() {
        MailFlowRule rule = read(admin("CREATE_EMAIL_MONITOR", param("USER_EMAIL", "ken@corp.example"),
                param("EMAIL_MONITOR_DEST_EMAIL", "boss@corp.example"))).evidence(MailFlowRule.class).get(0);

        assertThat(rule.mailbox().orElseThrow().text()).isEqualTo("ken@corp.example");
        assertThat(rule.targets()).containsExactly("boss@corp.example");
    }

    @Test
    void readsDomainWideDelegationAsAnApplicationOfTheTenant() {
        ConnectedApp app = read(admin("AUTHORIZE_API_CLIENT_ACCESS", param("API_CLIENT_NAME", "123.apps"),
                param("API_SCOPES", "https://mail.google.com/,https://www.googleapis.com/auth/drive")))
                .evidence(ConnectedApp.class).get(0);

        assertThat(app.tenantWide()).isTrue();
        assertThat(app.scopes()).containsExactly("https://mail.google.com/", "https://www.googleapis.com/auth/drive");
    }

    @Test
    void readsAConsentAsApplicationAndSignIn() {
        RecordingSink sink = read(event("token", "1", "authorize", param("client_id", "9.apps"),
                param("app_name", "Sync"), many("scope", "https://mail.google.com/", "openid")));

        assertThat(sink.evidence(ConnectedApp.class)).singleElement().satisfies(app -> {
            assertThat(app.name()).contains("Sync");
            assertThat(app.scopes()).hasSize(2);
            assertThat(app.change()).isEqualTo(Change.ADDED);
        });
        assertThat(sink.evidence(SignIn.class)).singleElement()
                .satisfies(s -> assertThat(s.protocol()).isEqualTo(SignIn.Protocol.OAUTH));
    }

    @Test
    void countsCallsToGmailAsReading() {
        RecordingSink sink = read(event("token", "1", "activity", param("client_id", "9.apps"), param("api_name",
                "gmail"),
                "{\"name\":\"num_response_bytes\",\"intValue\":\"5000\"}") + "\n"
                + event("token", "2", "activity", param("client_id", "9.apps"), param("api_name", "calendar")));

        assertThat(sink.evidence(MailAccess.class)).singleElement()
                .satisfies(access -> assertThat(access.bytes()).isEqualTo(5_000));
        assertThat(sink.admitted()).isEqualTo(2);
    }

    private SettingChange setting(String record) {
        return read(record).evidence(SettingChange.class).get(0);
    }

    private RecordingSink read(String text) {
        return ExportFiles.read(new ActivityReader(GoogleSettings.own()), new ExportFiles(folder).file("a.json", text));
    }

    private static String admin(String name, String... parameters) {
        return event("admin", "42", name, parameters);
    }
}
