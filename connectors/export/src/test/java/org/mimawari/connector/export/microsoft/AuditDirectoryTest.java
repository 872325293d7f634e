package org.mimawari.connector.export.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.connector.export.microsoft.AuditStory.byAdmin;
import static org.mimawari.connector.export.microsoft.AuditStory.record;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailFlowRule;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;

class AuditDirectoryTest {

    @ParameterizedTest
    @CsvSource({"Add user.,USER_CREATED", "Delete user.,USER_DELETED", "Enable account.,USER_ENABLED",
        "Invite external user.,GUEST_INVITED", "Reset user password.,PASSWORD_CHANGED",
        "Change user password.,PASSWORD_CHANGED", "Add member to role.,ROLE_GRANTED",
        "Add member to role completed (PIM activation).,ROLE_GRANTED", "Remove member from role.,ROLE_REMOVED",
        "User registered security info,SECOND_FACTOR_ADDED", "User deleted security info,SECOND_FACTOR_REMOVED",
        "Disable Strong Authentication.,SECOND_FACTOR_REMOVED", "Add registered owner to device.,DEVICE_REGISTERED",
        "Set domain authentication.,IDENTITY_PROVIDER_CHANGED", "Add unverified domain.,DOMAIN_CHANGED",
        "Update conditional access policy.,POLICY_CHANGED", "Add service principal credentials.,APP_CREDENTIAL_ADDED",
        "Update application \u2013 Certificates and secrets management ,APP_CREDENTIAL_ADDED",
        "New-ManagementRoleAssignment,ROLE_GRANTED", "New-MailboxExportRequest,DATA_EXPORT",
        "New-ComplianceSearchAction,DATA_EXPORT", "SearchExported,DATA_EXPORT",
        "Set-MailboxJunkEmailConfiguration,JUNK_SETTINGS", "AnonymousLinkCreated,SHARING_WIDENED",
        "Remove-SafeLinksPolicy,MAIL_PROTECTION_WEAKENED"})
    void theOperationNamesTheTopic(String operation, SettingTopic topic) {
        SettingChange change = byAdmin(operation).with("ObjectId", "taro@shop.example").showsOne(SettingChange.class);

        assertThat(change.topic()).isEqualTo(topic);
        assertThat(change.succeeded()).isTrue();
        assertThat(change.actor().user()).contains("admin@shop.example");
    }

    @Test
    void anAccountOperationIsAboutTheAccount() {
        SettingChange change = byAdmin("Reset user password.").with("ObjectId", "Taro@shop.example")
                .with("ResultStatus", "Failure").showsOne(SettingChange.class);

        assertThat(change.mailbox().orElseThrow()).hasToString("taro@shop.example");
        assertThat(change.actor().role()).isEqualTo(Actor.Role.ADMIN);
        assertThat(change.succeeded()).isFalse();
    }

    @Test
    void aNewMethodInTheListIsASecondFactorAdded() {
        assertThat(update("[{\"MethodType\":6,\"Default\":true},{\"MethodType\":7}]", "[{\"MethodType\":7}]"))
                .isEqualTo(SettingTopic.SECOND_FACTOR_ADDED);
        assertThat(update("[]", "[{\"MethodType\":7}]")).isEqualTo(SettingTopic.SECOND_FACTOR_REMOVED);
    }

    @Test
    void methodsThatOnlyChangeOrderOrDefaultAreNoChange() {
        assertThat(byAdmin("Update user.").modified("StrongAuthenticationMethod",
                "[{\"MethodType\":7,\"Default\":true},{\"MethodType\":6}]", "[{\"MethodType\":6},{\"MethodType\":7}]")
                .shows(Evidence.class)).isEmpty();
    }

    @Test
    void aNewPhoneNumberIsASecondFactorAdded() {
        SettingChange change = record("Update user.").with("ObjectId", "taro@shop.example").modified(
                "StrongAuthenticationUserDetails", "[{\"PhoneNumber\":\"+81 1\",\"Email\":null}]", "[]")
                .showsOne(SettingChange.class);

        assertThat(change.topic()).isEqualTo(SettingTopic.SECOND_FACTOR_ADDED);
    }

    @Test
    void anAccountSwitchedOnAgainIsSeen() {
        assertThat(byAdmin("Update user.").modified("AccountEnabled", "[\r\n  true\r\n]", "[\r\n  false\r\n]")
                .showsOne(SettingChange.class).topic()).isEqualTo(SettingTopic.USER_ENABLED);
    }

    @Test
    void anAppPasswordIsToldByItsMethod() {
        assertThat(record("User registered security info").with("Reason", "User registered App Password")
                .showsOne(SettingChange.class).topic()).isEqualTo(SettingTopic.APP_PASSWORD_ADDED);
    }

    @Test
    void readsConsent() {
        ConnectedApp app = record("Consent to application.").with("ObjectId", "ff8d92dc-3d82-41d6-bcbd-b9174d163620")
                .json("Target", "[{\"ID\":\"ServicePrincipal_1\",\"Type\":2},{\"ID\":\"Mail Saver\",\"Type\":1}]")
                .modified("ConsentContext.IsAdminConsent", "False", "")
                .modified("ConsentAction.Permissions", "[[Id: x, ConsentType: Principal, Scope: User.Read]] => [[Id: x,"
                        + " ConsentType: Principal, Scope: Mail.Read offline_access, CreatedDateTime: ]]", "")
                .showsOne(ConnectedApp.class);

        assertThat(app.appId()).isEqualTo("ff8d92dc-3d82-41d6-bcbd-b9174d163620");
        assertThat(app.name()).contains("Mail Saver");
        assertThat(app.scopes()).containsExactly("Mail.Read", "offline_access");
        assertThat(app.tenantWide()).isFalse();
        assertThat(app.change()).isEqualTo(Change.ADDED);
    }

    @Test
    void aGrantNamesItsClientNotTheResource() {
        ConnectedApp app = byAdmin("Add delegated permission grant.").with("ObjectId", "https://graph.example")
                .modified("DelegatedPermissionGrant.Scope", " Mail.ReadWrite Mail.Send", "")
                .modified("DelegatedPermissionGrant.ConsentType", "AllPrincipals", "")
                .modified("ServicePrincipal.AppId", "client-1", "").showsOne(ConnectedApp.class);

        assertThat(app.appId()).isEqualTo("client-1");
        assertThat(app.scopes()).containsExactly("Mail.ReadWrite", "Mail.Send");
        assertThat(app.tenantWide()).isTrue();
    }

    @Test
    void anAppRoleReachesEveryMailbox() {
        ConnectedApp app = byAdmin("Add app role assignment to service principal.")
                .modified("AppRole.Value", "\"Mail.Read\"", "")
                .modified("ServicePrincipal.DisplayName", "\"Backup\"", "")
                .showsOne(ConnectedApp.class);

        assertThat(app.tenantWide()).isTrue();
        assertThat(app.scopes()).containsExactly("Mail.Read");
        assertThat(app.name()).contains("Backup");
    }

    @Test
    void aKeyTakenAwayIsNoKeyAdded() {
        SettingChange change = byAdmin("Update application - Certificates and secrets management").modified(
                "KeyDescription", "[\"[KeyIdentifier=a,KeyType=Password]\"]",
                "[\"[KeyIdentifier=a,KeyType=Password]\",\"[KeyIdentifier=b,KeyType=Password]\"]")
                .showsOne(SettingChange.class);

        assertThat(change.topic()).isEqualTo(SettingTopic.APP_CHANGED);
    }

    @Test
    void readsTransportRules() {
        MailFlowRule rule = byAdmin("New-TransportRule").parameters("Name", "copy", "BlindCopyTo", "eve@evil.example")
                .showsOne(MailFlowRule.class);

        assertThat(rule.type()).isEqualTo(MailFlowRule.Type.TRANSPORT_RULE);
        assertThat(rule.targets()).containsExactly("eve@evil.example");
        assertThat(rule.change()).isEqualTo(Change.ADDED);
    }

    @Test
    void theTrailSwitchedOffIsSeen() {
        assertThat(byAdmin("Set-AdminAuditLogConfig").parameters("UnifiedAuditLogIngestionEnabled", "False")
                .showsOne(SettingChange.class).topic()).isEqualTo(SettingTopic.AUDIT_SWITCHED_OFF);
        assertThat(byAdmin("Set-MailboxAuditBypassAssociation").parameters("Identity", "info", "AuditBypassEnabled",
                "True").showsOne(SettingChange.class).topic()).isEqualTo(SettingTopic.AUDIT_BYPASSED);
    }

    @Test
    void aFilterOpenedForASenderIsWeaker() {
        assertThat(byAdmin("Set-HostedContentFilterPolicy").parameters("AllowedSenderDomains", "evil.example")
                .showsOne(SettingChange.class).topic()).isEqualTo(SettingTopic.MAIL_PROTECTION_WEAKENED);
        assertThat(byAdmin("Set-HostedContentFilterPolicy").parameters("SpamAction", "Quarantine")
                .showsOne(SettingChange.class).topic()).isEqualTo(SettingTopic.POLICY_CHANGED);
    }

    @Test
    void readsAlertsAboutTheUserTheyName() {
        ProviderAlert alert = record("AlertTriggered").with("UserId", "SecurityComplianceAlerts")
                .with("Name", "User restricted from sending email").with("Severity", "High")
                .with("Data", "{\"f3u\":\"taro@shop.example\",\"ts\":\"x\"}").showsOne(ProviderAlert.class);

        assertThat(alert.topic()).isEqualTo(ProviderAlert.Topic.SENDING_RESTRICTED);
        assertThat(alert.mailbox().orElseThrow()).hasToString("taro@shop.example");
        assertThat(alert.severity()).contains("High");
    }

    @Test
    void sharingWithColleaguesIsEverydayWork() {
        AuditStory inside = record("SharingSet").with("TargetUserOrGroupType", "Member");
        AuditStory outside = record("AddedToSecureLink").with("TargetUserOrGroupType", "Guest")
                .with("TargetUserOrGroupName", "eve@evil.example");

        assertThat(inside.shows(Evidence.class)).isEmpty();
        assertThat(record("SharingSet").with("TargetUserOrGroupType", "NonGuest").shows(Evidence.class)).isEmpty();
        assertThat(outside.showsOne(SettingChange.class).topic()).isEqualTo(SettingTopic.SHARING_WIDENED);
    }

    private static SettingTopic update(String now, String before) {
        return byAdmin("Update user.").with("ObjectId", "taro@shop.example")
                .modified("StrongAuthenticationMethod", now, before).showsOne(SettingChange.class).topic();
    }
}
