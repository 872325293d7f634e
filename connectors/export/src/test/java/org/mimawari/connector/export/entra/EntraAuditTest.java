package org.mimawari.connector.export.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;

class EntraAuditTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"User registered security info,SECOND_FACTOR_ADDED", "User deleted security info,SECOND_FACTOR_REMOVED",
            "Admin deleted security info,SECOND_FACTOR_REMOVED", "Disable Strong Authentication.,SECOND_FACTOR_REMOVED",
            "Reset user password,PASSWORD_CHANGED", "Change password (self-service),PASSWORD_CHANGED",
            "Register device,DEVICE_REGISTERED", "Add registered users to device,DEVICE_REGISTERED",
            "Add user,USER_CREATED", "Invite external user,GUEST_INVITED", "Delete user,USER_DELETED",
            "Add member to role,ROLE_GRANTED", "Add eligible member to role,ROLE_GRANTED",
            "Add member to role in PIM completed (timebound),ROLE_GRANTED",
            "Add member to role in PIM requested (timebound),OTHER", "Remove member from role,ROLE_REMOVED",
            "User has elevated their access to User Access Administrator for their Azure Resources,ROLE_GRANTED",
            "Add service principal credentials,APP_CREDENTIAL_ADDED", "Add service principal,APP_CHANGED",
            "Set federation settings on domain,IDENTITY_PROVIDER_CHANGED", "Verify domain,DOMAIN_CHANGED",
            "Update conditional access policy,POLICY_CHANGED", "Add member to group,OTHER",
            "Update authentication methods policy,POLICY_CHANGED", "Self-service password reset flow activity progress,OTHER"})
    void knowsWhatTheActivityIsAbout(String activity, SettingTopic topic) {
        assertThat(one(audit(activity, "")).topic()).isEqualTo(topic);
    }

    @Test
    void readsListsSpreadOverNumberedColumns() {
        SettingChange change = read("activityDateTime,activityDisplayName,result,initiatedBy.user.userPrincipalName,"
                + "initiatedBy.user.ipAddress,targetResources.0.type,targetResources.0.userPrincipalName\n"
                + "2026-03-01T02:00:00Z,User registered security info,success,admin@energy.example,192.0.2.7,User,"
                + "info@energy.example\n").evidence(SettingChange.class).get(0);

        assertThat(change.mailbox()).hasToString("Optional[info@energy.example]");
        assertThat(change.actor().user()).contains("admin@energy.example");
    }

    @Test
    void seesASecondFactorThatCame() {
        SettingChange change = one(audit("Update user", modified("StrongAuthenticationMethod",
                "[{\\\"MethodType\\\":6}]", "[{\\\"MethodType\\\":6},{\\\"MethodType\\\":0}]")));

        assertThat(change.topic()).isEqualTo(SettingTopic.SECOND_FACTOR_ADDED);
        assertThat(change.mailbox()).hasToString("Optional[info@energy.example]");
    }

    @Test
    void seesASecondFactorThatWentAndOneThatWasReplaced() {
        assertThat(one(audit("Update user", modified("StrongAuthenticationMethod", "[{\\\"MethodType\\\":6}]", "[]")))
                .topic()).isEqualTo(SettingTopic.SECOND_FACTOR_REMOVED);
        assertThat(read(audit("Update user", modified("StrongAuthenticationPhoneAppDetail",
                "[{\\\"Id\\\":\\\"a\\\",\\\"DeviceName\\\":\\\"old\\\"}]",
                "[{\\\"Id\\\":\\\"b\\\",\\\"DeviceName\\\":\\\"new\\\"}]"))).evidence(SettingChange.class))
                .extracting(SettingChange::topic)
                .containsExactly(SettingTopic.SECOND_FACTOR_ADDED, SettingTopic.SECOND_FACTOR_REMOVED);
    }

    @Test
    void ignoresACounterThatMovedWithinAMethod() {
        SettingChange change = one(audit("Update user", modified("StrongAuthenticationPhoneAppDetail",
                "[{\\\"Id\\\":\\\"a\\\",\\\"OathTokenTimeDrift\\\":1}]",
                "[{\\\"Id\\\":\\\"a\\\",\\\"OathTokenTimeDrift\\\":2}]")));

        assertThat(change.topic()).isEqualTo(SettingTopic.OTHER);
    }

    @Test
    void readsTheScopesOfAConsent() {
        ConnectedApp app = app(audit("Consent to application", "{\"type\":\"ServicePrincipal\",\"id\":\"sp-1\","
                + "\"displayName\":\"Mail Backup\",\"modifiedProperties\":[{\"displayName\":\"ConsentAction.Permissions\","
                + "\"newValue\":\"\\\"[] => [[Id: x, ClientId: y, PrincipalId: z, ConsentType: Principal, "
                + "Scope: Mail.Read offline_access, CreatedDateTime: , LastModifiedDateTime ]]; \\\"\"},"
                + "{\"displayName\":\"TargetId.ServicePrincipalNames\","
                + "\"newValue\":\"\\\"2EF68CCC-8a4d-42ff-ae88-2d7bb89ad139\\\"\"}]}"));

        assertThat(app.appId()).isEqualTo("2ef68ccc-8a4d-42ff-ae88-2d7bb89ad139");
        assertThat(app.name()).contains("Mail Backup");
        assertThat(app.scopes()).containsExactly("Mail.Read", "offline_access");
        assertThat(app.tenantWide()).isFalse();
        assertThat(app.change()).isEqualTo(Change.ADDED);
        assertThat(app.mailbox()).hasToString("Optional[admin@energy.example]");
    }

    @Test
    void takesAPermissionOfAnApplicationForOneOnEveryMailbox() {
        ConnectedApp app = app(audit("Add app role assignment to service principal",
                "{\"type\":\"ServicePrincipal\",\"displayName\":\"Microsoft Graph\",\"modifiedProperties\":["
                + "{\"displayName\":\"AppRole.Value\",\"newValue\":\"\\\"Mail.ReadWrite\\\"\"},"
                + "{\"displayName\":\"ServicePrincipal.AppId\",\"newValue\":\"\\\"app-7\\\"\"}]}"));

        assertThat(app.tenantWide()).isTrue();
        assertThat(app.scopes()).containsExactly("Mail.ReadWrite");
        assertThat(app.appId()).isEqualTo("app-7");
    }

    @ParameterizedTest
    @CsvSource({"IssuerUri,IDENTITY_PROVIDER_CHANGED", "LiveType,IDENTITY_PROVIDER_CHANGED", "Capabilities,DOMAIN_CHANGED"})
    void tellsWhoVouchesFromOtherPropertiesOfADomain(String property, SettingTopic topic) {
        assertThat(one(audit("Set domain authentication", modified(property, "a", "b"))).topic()).isEqualTo(topic);
    }

    @ParameterizedTest
    @CsvSource({"partner@other.example,GUEST_INVITED", "colleague@energy.example,OTHER"})
    void takesNobodyOfTheInvitersOwnDomainForAGuest(String invited, SettingTopic topic) {
        String record = audit("Invite external user", "").replace("\"targetResources\"", "\"additionalDetails\":["
                + "{\"key\":\"invitedUserEmailAddress\",\"value\":\"" + invited + "\"}],\"targetResources\"");

        assertThat(one(record).topic()).isEqualTo(topic);
    }

    @ParameterizedTest
    @CsvSource({"Add conditional access policy,OTHER", "Add policy,OTHER", "Delete policy,POLICY_CHANGED",
            "Add named location,POLICY_CHANGED", "Add a partner to cross-tenant access setting,POLICY_CHANGED"})
    void takesOneMorePolicyForNoHarm(String activity, SettingTopic topic) {
        assertThat(one(audit(activity, "")).topic()).isEqualTo(topic);
    }

    @Test
    void keepsWhoDidItAndFromWhere() {
        Actor actor = one(audit("Reset user password", "{\"type\":\"User\","
                + "\"userPrincipalName\":\"info@energy.example\"}")).actor();

        assertThat(actor.user()).contains("admin@energy.example");
        assertThat(actor.role()).isEqualTo(Actor.Role.ADMIN);
        assertThat(actor.ip()).hasToString("Optional[192.0.2.9]");
    }

    @Test
    void turnsAUsersOwnReportIntoAnAlert() {
        assertThat(read(audit("Suspicious activity reported", "")).evidence(ProviderAlert.class)).hasSize(1);
    }

    @Test
    void readsThePortalTableAndFindsTheSameRecordInJson() {
        ExportFiles files = new ExportFiles(folder);
        String table = "Date (UTC),CorrelationId,Service,Category,Activity,Result,ResultReason,ActorType,"
                + "ActorUserPrincipalName,IPAddress,Target1Type,Target1ObjectId,Target1UserPrincipalName,"
                + "Target1ModifiedProperty1Name,Target1ModifiedProperty1OldValue,Target1ModifiedProperty1NewValue\n"
                + "2026-03-01T02:00:00.1234567+00:00,c-1,Core Directory,UserManagement,Update user,success,,User,"
                + "admin@energy.example,192.0.2.9,User,u-1,info@energy.example,StrongAuthenticationMethod,"
                + "\"[{\"\"MethodType\"\":6}]\",[]\n";
        String json = "[{\"id\":\"Directory_1_AAA\",\"correlationId\":\"c-1\",\"activityDisplayName\":\"Update user\","
                + "\"activityDateTime\":\"2026-03-01T02:00:00Z\",\"initiatedBy\":{\"user\":{\"userPrincipalName\":"
                + "\"admin@energy.example\"}},\"targetResources\":[{\"id\":\"u-1\",\"type\":\"User\"}]}]";

        RecordingSink alone = ExportFiles.read(new EntraLogReader(), files.file("AuditLogs.csv", table));
        RecordingSink both = ExportFiles.read(new EntraLogReader(), files.file("AuditLogs.csv", table),
                files.file("AuditLogs.json", json));

        assertThat(alone.evidence(SettingChange.class)).singleElement()
                .satisfies(change -> assertThat(change.topic()).isEqualTo(SettingTopic.SECOND_FACTOR_REMOVED));
        assertThat(List.of(both.admitted(), both.duplicates())).containsExactly(1, 1);
    }

    @Test
    void coversChangesButProvesNoApplicationAbsent() {
        RecordingSink read = read(audit("Add user", ""));

        assertThat(read.coverage()).extracting(Coverage::kind)
                .containsExactly(EvidenceKind.SETTING_CHANGE, EvidenceKind.CONNECTED_APP);
        assertThat(read.coverage().get(1).isChangesOnly()).isTrue();
    }

    @Test
    void seesAForeignIdentityProviderInTheMethodsPolicy() {
        SettingChange change = one(audit("Update authentication methods policy", modified("OpenIdConnectConfiguration",
                "{\\\"discoveryUrl\\\":\\\"https://a.example\\\"}", "{\\\"discoveryUrl\\\":\\\"https://b.example\\\"}")));

        assertThat(change.topic()).isEqualTo(SettingTopic.IDENTITY_PROVIDER_CHANGED);
        assertThat(change.mailbox()).isEmpty();
    }

    private static String modified(String name, String before, String after) {
        return "{\"type\":\"User\",\"userPrincipalName\":\"info@energy.example\",\"modifiedProperties\":["
                + "{\"displayName\":\"" + name + "\",\"oldValue\":\"" + before + "\",\"newValue\":\"" + after + "\"}]}";
    }

    private static String audit(String activity, String target) {
        return "{\"id\":\"Directory_0001\",\"activityDisplayName\":\"" + activity
                + "\",\"activityDateTime\":\"2026-03-01T02:00:00Z\",\"result\":\"success\",\"initiatedBy\":{\"user\":"
                + "{\"userPrincipalName\":\"admin@energy.example\",\"ipAddress\":\"192.0.2.9\"}},\"targetResources\":["
                + target + "]}";
    }

    private SettingChange one(String json) {
        return read(json).evidence(SettingChange.class).get(0);
    }

    private ConnectedApp app(String json) {
        return read(json).evidence(ConnectedApp.class).get(0);
    }

    private RecordingSink read(String json) {
        return ExportFiles.read(new EntraLogReader(), new ExportFiles(folder).file("audit.json", json));
    }
}
