package org.mimawari.connector.export.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.connector.export.microsoft.AuditStory.byAdmin;
import static org.mimawari.connector.export.microsoft.AuditStory.record;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.AutoReply;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;

class AuditMailboxSettingsTest {

    @Test
    void readsForwardingOfAMailbox() {
        ForwardingSetting forwarding = byAdmin("Set-Mailbox").parameters("Identity", "info@shop.example",
                "ForwardingSmtpAddress", "smtp:Eve@Evil.example", "DeliverToMailboxAndForward", "False")
                .showsOne(ForwardingSetting.class);

        assertThat(forwarding.target()).isEqualTo("eve@evil.example");
        assertThat(forwarding.keepsCopy()).contains(false);
        assertThat(forwarding.mailbox().orElseThrow()).hasToString("info@shop.example");
        assertThat(forwarding.change()).isEqualTo(Change.ADDED);
    }

    @Test
    void clearedForwardingIsRemoved() {
        ForwardingSetting forwarding = record("Set-Mailbox").parameters("ForwardingAddress", "")
                .showsOne(ForwardingSetting.class);

        assertThat(forwarding.change()).isEqualTo(Change.REMOVED);
        assertThat(forwarding.enabled()).isFalse();
    }

    @Test
    void anIdCountsForNobodyWhereTheActorMayBeAnAdministrator() {
        AuditStory story = record("Set-Mailbox").with("UserType", "").parameters("Identity",
                "8d1f2a3b-0000-4000-8000-00000000000a", "ForwardingSmtpAddress", "eve@evil.example");

        assertThat(story.showsOne(ForwardingSetting.class).mailbox()).isEmpty();
    }

    @Test
    void anIdThatIsTheActorsOwnKeyCountsForTheActor() {
        AuditStory story = record("Set-Mailbox").with("UserType", 2).with("UserKey", "8d1f2a3b-0000-4000-8000-00000000000a")
                .parameters("Identity", "8d1f2a3b-0000-4000-8000-00000000000A", "ForwardingSmtpAddress", "eve@evil.example");

        assertThat(story.showsOne(ForwardingSetting.class).mailbox().orElseThrow()).hasToString("info@shop.example");
    }

    @Test
    void aMailboxKnownByItsIdOnlyCountsForTheActorWhoIsARegularUser() {
        ForwardingSetting forwarding = record("Set-Mailbox").parameters("Identity",
                "8d1f2a3b-0000-4000-8000-00000000000a", "ForwardingSmtpAddress", "eve@evil.example")
                .showsOne(ForwardingSetting.class);

        assertThat(forwarding.mailbox().orElseThrow()).hasToString("info@shop.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"山田 花子", "山田花子", "8d1f2a3b-0000-4000-8000-00000000000a"})
    void anAdministratorIsNeverTakenForAMailboxThatCannotBeTold(String identity) {
        AuditStory story = byAdmin("Set-Mailbox").with("UserType", 2).with("ObjectId", identity)
                .parameters("Identity", identity, "ForwardingSmtpAddress", "eve@evil.example");

        assertThat(story.showsOne(ForwardingSetting.class).mailbox()).isEmpty();
        assertThat(story.showsOne(SettingChange.class).target()).contains(identity);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop.onmicrosoft.com/hanako", "shop.onmicrosoft.com\\hanako"})
    void aMailboxIsToldByItsAliasBehindTheTenant(String identity) {
        ForwardingSetting forwarding = record("Set-Mailbox").with("UserId", "NT AUTHORITY\\SYSTEM").with("UserType", 3)
                .parameters("Identity", identity, "ForwardingSmtpAddress", "eve@evil.example")
                .showsOne(ForwardingSetting.class);

        assertThat(forwarding.mailbox().orElseThrow()).hasToString("hanako@shop.example");
    }

    @Test
    void sendingOnBehalfIsADelegation() {
        assertThat(byAdmin("Set-Mailbox").parameters("Identity", "info",
                "GrantSendOnBehalfTo", "a@x.example;b@x.example")
                .shows(Delegation.class)).extracting(Delegation::grantee).containsExactly("a@x.example", "b@x.example");
    }

    @Test
    void auditingSwitchedOffIsSeen() {
        assertThat(topic(byAdmin("Set-Mailbox").parameters("Identity", "info", "AuditEnabled", "False")))
                .isEqualTo(SettingTopic.AUDIT_SWITCHED_OFF);
    }

    @Test
    void theServicesOwnHousekeepingHoldsNothing() {
        AuditStory noise = record("Set-Mailbox").with("UserId", "NT AUTHORITY\\SYSTEM (Microsoft.Exchange.ServiceHost)")
                .with("UserType", 3).parameters("Identity", "info@shop.example", "RecalculateInactiveMailbox", "True");

        assertThat(noise.shows(Evidence.class)).isEmpty();
    }

    @Test
    void theServiceIsASystemActor() {
        ForwardingSetting forwarding = record("Set-Mailbox").with("UserId", "NT AUTHORITY\\SYSTEM")
                .parameters("Identity",
                "info@shop.example", "ForwardingSmtpAddress", "x@y.example").showsOne(ForwardingSetting.class);

        assertThat(forwarding.actor().role()).isEqualTo(Actor.Role.SYSTEM);
    }

    @Test
    void protocolsAreSwitchedByEitherWordOfTheParameter() {
        assertThat(topic(record("Set-CASMailbox").parameters("Identity", "info", "ImapEnabled", "True")))
                .isEqualTo(SettingTopic.PROTOCOL_ENABLED);
        assertThat(topic(record("Set-CASMailbox").parameters("SmtpClientAuthenticationDisabled", "False")))
                .isEqualTo(SettingTopic.PROTOCOL_ENABLED);
        assertThat(topic(record("Set-CASMailbox").parameters("PopEnabled", "False")))
                .isEqualTo(SettingTopic.PROTOCOL_DISABLED);
    }

    @Test
    void readsAutomaticReplies() {
        AutoReply reply = record("Set-MailboxAutoReplyConfiguration").parameters("Identity", "info", "AutoReplyState",
                "Scheduled", "ExternalMessage", "New bank account", "ExternalAudience", "All", "EndTime",
                "3/20/2026 1:00:00 PM").showsOne(AutoReply.class);

        assertThat(reply.change()).isEqualTo(Change.ENABLED);
        assertThat(reply.toStrangers()).isTrue();
        assertThat(reply.text()).contains("New bank account");
        assertThat(reply.end()).isPresent();
    }

    @Test
    void readsRightsOnMailboxesAndFolders() {
        Delegation whole = byAdmin("Add-MailboxPermission").parameters("Identity", "info@shop.example", "User",
                "Eve@shop.example", "AccessRights", "FullAccess").showsOne(Delegation.class);
        Delegation folder = record("Add-MailboxFolderPermission").parameters("Identity", "info@shop.example:\\Inbox",
                "User", "Default", "AccessRights", "Reviewer").showsOne(Delegation.class);
        Delegation inOutlook = record("AddFolderPermissions").with("MailboxOwnerUPN", "info@shop.example")
                .json("Item", "{\"ParentFolder\":{\"MemberUpn\":\"Anonymous\",\"MemberRights\":\"ReadAny, Visible\","
                        + "\"Path\":\"\\\\Inbox\"}}").showsOne(Delegation.class);

        assertThat(whole.grantee()).isEqualTo("eve@shop.example");
        assertThat(whole.rights()).containsExactly("FullAccess");
        assertThat(whole.folder()).isEmpty();
        assertThat(folder.folder()).contains("Inbox");
        assertThat(folder.grantee()).isEqualTo("Default");
        assertThat(inOutlook.grantee()).isEqualTo("Anonymous");
        assertThat(inOutlook.rights()).containsExactly("ReadAny", "Visible");
        assertThat(inOutlook.folder()).contains("Inbox");
    }

    @Test
    void sendAsRightsNameTheirTrustee() {
        Delegation taken = byAdmin("Remove-RecipientPermission").parameters("Identity", "info", "Trustee",
                "eve@shop.example", "AccessRights", "SendAs").showsOne(Delegation.class);

        assertThat(taken.change()).isEqualTo(Change.REMOVED);
        assertThat(taken.grantee()).isEqualTo("eve@shop.example");
    }

    private static SettingTopic topic(AuditStory story) {
        return story.showsOne(SettingChange.class).topic();
    }
}
