package org.mimawari.connector.export.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.evidence.AutoReply;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.MailFlowRule;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.MailboxProfile;

class MailboxExportTest {

    @TempDir
    Path folder;

    private ExchangeExports exports;

    @BeforeEach
    void exports() {
        exports = new ExchangeExports(folder);
    }

    @Test
    void readsAliasesThatSpacesPart() {
        RecordingSink read = ExchangeExports.settingsOf(exports.file("mailboxes.csv",
                "DisplayName,PrimarySmtpAddress,RecipientTypeDetails,EmailAddresses,ForwardingSmtpAddress,ForwardingAddress",
                "Info,info@energy.example,UserMailbox,"
                        + "SMTP:info@energy.example X500:/o=Org One/cn=a smtp:toiawase@energy.example,,"));

        assertThat(read.evidence(MailboxProfile.class)).singleElement().satisfies(profile ->
                assertThat(profile.aliases()).extracting(MailboxAddress::text).containsExactly("toiawase@energy.example"));
    }

    @Test
    void readsForwardingKindAliasesAndRightsOfAMailbox() {
        RecordingSink read = ExchangeExports.settingsOf(exports.file("mailboxes.json",
                "[{\"PrimarySmtpAddress\":\"Info@energy.example\",\"UserPrincipalName\":\"info@energy.onms.example\",",
                "\"DisplayName\":\"Info\",\"RecipientTypeDetails\":\"SharedMailbox\",",
                "\"ForwardingSmtpAddress\":\"smtp:copy@evil.example\",\"ForwardingAddress\":null,",
                "\"DeliverToMailboxAndForward\":false,\"GrantSendOnBehalfTo\":[\"Boss\"],\"AuditEnabled\":false,",
                "\"EmailAddresses\":[\"SMTP:info@energy.example\",\"smtp:toiawase@energy.example\",\"X500:/o=x\"]}]"));

        assertThat(read.evidence(ForwardingSetting.class)).singleElement().satisfies(setting -> {
            assertThat(setting.target()).isEqualTo("copy@evil.example");
            assertThat(setting.keepsCopy()).contains(false);
            assertThat(setting.field()).isEqualTo("ForwardingSmtpAddress");
        });
        assertThat(read.evidence(MailboxProfile.class)).singleElement().satisfies(profile -> {
            assertThat(profile.mailboxKind()).isEqualTo(MailboxKind.SHARED);
            assertThat(profile.aliases()).extracting(MailboxAddress::text)
                    .containsExactly("info@energy.onms.example", "toiawase@energy.example");
            assertThat(profile.find("AuditEnabled")).contains("false");
        });
        assertThat(read.evidence(Delegation.class)).singleElement()
                .satisfies(right -> assertThat(right.rights()).containsExactly("SendOnBehalf"));
    }

    @Test
    void saysThatForwardingWasNotLookedAtWhereTheColumnsAreMissing() {
        RecordingSink read = ExchangeExports.settingsOf(exports.file("exo.csv",
                "DisplayName,PrimarySmtpAddress,RecipientTypeDetails", "Info,info@energy.example,UserMailbox",
                "Boss,boss@energy.example,UserMailbox"));

        assertThat(read.coverage()).extracting(Coverage::kind, Coverage::state).containsExactlyInAnyOrder(
                tuple(EvidenceKind.MAILBOX_PROFILE, Coverage.State.COLLECTED),
                tuple(EvidenceKind.FORWARDING_SETTING, Coverage.State.NOT_COLLECTED));
    }

    @Test
    void readsProtocolSwitches() {
        RecordingSink read = ExchangeExports.settingsOf(exports.file("cas.csv",
                "PrimarySmtpAddress,ImapEnabled,PopEnabled,SmtpClientAuthenticationDisabled",
                "info@energy.example,True,False,"));

        assertThat(read.evidence(MailboxProfile.class)).singleElement().satisfies(profile -> {
            assertThat(profile.find("ImapEnabled")).contains("True");
            assertThat(profile.find("SmtpClientAuthenticationDisabled")).isEmpty();
        });
    }

    @Test
    void leavesOutOwnInheritedAndDeniedRights() {
        RecordingSink read = ExchangeExports.settingsOf(exports.file("permissions.csv",
                "Identity,User,AccessRights,IsInherited,Deny",
                "info@energy.example,NT AUTHORITY\\SELF,\"FullAccess, ReadPermission\",False,False",
                "info@energy.example,ENERGY\\Admins,FullAccess,True,False",
                "info@energy.example,boss@energy.example,FullAccess,False,True",
                "info@energy.example,new@energy.example,{FullAccess},False,False"));

        assertThat(read.evidence(Delegation.class)).singleElement().satisfies(right -> {
            assertThat(right.grantee()).isEqualTo("new@energy.example");
            assertThat(right.rights()).containsExactly("FullAccess");
            assertThat(right.mailbox()).hasToString("Optional[info@energy.example]");
        });
        assertThat(read.admitted()).isEqualTo(4);
    }

    @Test
    void readsSendAsAndFolderRights() {
        RecordingSink read = ExchangeExports.settingsOf(
                exports.file("sendas.csv", "Identity,Trustee,AccessControlType,AccessRights,IsInherited",
                        "info@energy.example,new@energy.example,Allow,SendAs,False"),
                exports.file("folders.csv", "Mailbox,FolderName,User,AccessRights,Identity",
                        "info@energy.example,Inbox,Default,Reviewer,Default",
                        "info@energy.example,Calendar,Default,AvailabilityOnly,Default"));

        assertThat(read.evidence(Delegation.class)).extracting(Delegation::grantee, right -> right.rights().get(0),
                right -> right.folder().orElse("")).containsExactly(tuple("new@energy.example", "SendAs", ""),
                tuple("Default", "Reviewer", "Inbox"));
    }

    @Test
    void readsMailFlowSettings() {
        RecordingSink read = ExchangeExports.settingsOf(
                exports.file("transport.json", "{\"Name\":\"x\",\"State\":\"Enabled\",\"Mode\":\"Enforce\",\"Priority\":0,",
                        "\"BlindCopyTo\":[\"copy@evil.example\"],\"WhenChanged\":\"\\/Date(1772330400000)\\/\"}"),
                exports.file("journal.csv", "Name,JournalEmailAddress,Enabled", "j,archive@evil.example,True"),
                exports.file("remote.csv", "Name,DomainName,AutoForwardEnabled,AllowedOOFType", "Default,*,True,External"),
                exports.file("policy.csv", "Name,AutoForwardingMode,RecipientLimitExternalPerHour", "Default,On,0"),
                exports.file("out.csv", "Name,RecipientDomains,SmartHosts,UseMXRecord,Enabled",
                        "o,*,relay.evil.example,False,True"),
                exports.file("in.csv", "Name,SenderDomains,SenderIPAddresses,ConnectorType,RequireTls,Enabled",
                        "i,smtp:*;1,192.0.2.9,OnPremises,False,False"));

        assertThat(read.evidence(MailFlowRule.class)).extracting(MailFlowRule::type).containsExactly(
                MailFlowRule.Type.TRANSPORT_RULE, MailFlowRule.Type.JOURNAL_RULE, MailFlowRule.Type.REMOTE_DOMAIN,
                MailFlowRule.Type.OUTBOUND_POLICY, MailFlowRule.Type.OUTBOUND_CONNECTOR,
                MailFlowRule.Type.INBOUND_CONNECTOR);
        assertThat(read.evidence(MailFlowRule.class).get(0).targets()).containsExactly("copy@evil.example");
        assertThat(read.evidence(MailFlowRule.class).get(0).time()).contains(Instant.ofEpochMilli(1_772_330_400_000L));
        assertThat(read.evidence(MailFlowRule.class).get(3).parameter("AutoForwardingMode")).contains("On");
        assertThat(read.evidence(MailFlowRule.class).get(5).enabled()).isFalse();
    }

    @Test
    void readsAutomaticReplies() {
        RecordingSink read = ExchangeExports.settingsOf(exports.file("oof.csv",
                "MailboxOwnerId,AutoReplyState,ExternalAudience,ExternalMessage,InternalMessage,EndTime",
                "info@energy.example,Scheduled,All,\"<a href=\"\"https://evil.example/x\"\">here</a>\",,"
                        + "2026/03/05 9:00:00"));

        assertThat(read.evidence(AutoReply.class)).singleElement().satisfies(reply -> {
            assertThat(reply.enabled()).isTrue();
            assertThat(reply.toStrangers()).isTrue();
            assertThat(reply.text().orElseThrow()).contains("https://evil.example/x").contains("here");
            assertThat(reply.end()).contains(Instant.parse("2026-03-05T09:00:00Z"));
        });
    }
}
