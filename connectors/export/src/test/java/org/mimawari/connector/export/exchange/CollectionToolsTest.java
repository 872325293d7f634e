package org.mimawari.connector.export.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.MailFlowRule;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.SentMessage;

class CollectionToolsTest {

    @TempDir
    Path folder;

    private ExchangeExports exports;

    @BeforeEach
    void exports() {
        exports = new ExchangeExports(folder);
    }

    @Test
    void readsRulesWhoseTextIsAllTheScriptKept() {
        var table = exports.file("MailboxRules.csv",
                "UserName,RuleName,RuleEnabled,CopytoFolder,MovetoFolder,RedirectTo,ForwardTo,TextDescription",
                "info@energy.example,.,True,,RSS Feeds,,,\"If the message:\n\tthe message includes specific words in the"
                        + " subject 'invoice' or 'wire'\nTake the following actions:\n\tmark the message as Read\n\tand"
                        + " delete the message\nExcept if the message:\n\tthe message was received from 'ceo'\n\"");

        var rules = ExchangeExports.settingsOf(table).evidence(MailboxRule.class);

        assertThat(rules).singleElement().satisfies(rule -> {
            assertThat(rule.mailbox()).hasToString("Optional[info@energy.example]");
            assertThat(rule.name()).isEqualTo(".");
            assertThat(rule.conditions()).contains(
                    RuleCondition.of(RuleCondition.Field.SUBJECT, List.of("invoice", "wire")),
                    new RuleCondition(RuleCondition.Field.SENDER, true, List.of("ceo")));
            assertThat(rule.actions()).extracting(RuleAction::type).containsExactlyInAnyOrder(RuleAction.Type.MOVE,
                    RuleAction.Type.MARK_READ, RuleAction.Type.DELETE);
        });
    }

    @Test
    void takesNoWordThatARuleLooksForAsWhatItDoes() {
        var table = exports.file("MailboxRules.csv", "UserName,RuleName,RuleEnabled,TextDescription",
                "info@energy.example,x,True,\"If the message: the message includes specific words in the subject"
                        + " 'delete the message' Take the following actions: move the message to folder 'Clients'\"");

        var rules = ExchangeExports.settingsOf(table).evidence(MailboxRule.class);

        assertThat(rules).singleElement().satisfies(rule -> assertThat(rule.actions())
                .containsExactly(RuleAction.of(RuleAction.Type.MOVE, "Clients")));
    }

    @Test
    void readsWordsFromTheDescriptionWhereTheTableLostThem() {
        var table = exports.file("rules.csv", "Name,MailboxOwnerId,RuleIdentity,SubjectContainsWords,DeleteMessage,Description",
                "x,info@energy.example,1,Microsoft.Exchange.Data.MultiValuedProperty`1[System.String],True,"
                        + "\"If the message: the message includes specific words in the subject 'payroll'\"");

        var rules = ExchangeExports.settingsOf(table).evidence(MailboxRule.class);

        assertThat(rules).singleElement().satisfies(rule -> {
            assertThat(rule.readable()).isTrue();
            assertThat(rule.conditions()).contains(RuleCondition.of(RuleCondition.Field.SUBJECT, List.of("payroll")));
        });
    }

    @Test
    void findsWhereATransportRuleSendsCopiesFromItsText() {
        var table = exports.file("TransportRules.csv", "Name,Description,CreatedBy,WhenChanged,State",
                "Copy,\"Take the following actions: Blind carbon copy (Bcc) the message to 'x@outside.test'\",Admin,"
                        + "11/1/2026 1:02:03 AM,Enabled");

        assertThat(ExchangeExports.settingsOf(table).evidence(MailFlowRule.class)).singleElement()
                .satisfies(rule -> assertThat(rule.targets()).containsExactly("x@outside.test"));
    }

    @Test
    void readsPermissionReportsOfApplications() {
        var table = exports.file("OAuthPermissions.csv", "PermissionType,ClientObjectId,ClientDisplayName,AppId,"
                        + "ResourceObjectId,ResourceDisplayName,Permission,ConsentType,PrincipalObjectId,PrincipalDisplayName",
                "Delegated,c1,Reader,app-1,r1,Microsoft Graph,Mail.Read,AllPrincipals,,",
                "Application,c2,Backup,app-2,r1,Microsoft Graph,Mail.ReadWrite,,,");

        assertThat(ExchangeExports.settingsOf(table).evidence(ConnectedApp.class))
                .extracting(ConnectedApp::appId, ConnectedApp::scopes, ConnectedApp::tenantWide)
                .containsExactly(tuple("app-1", List.of("Mail.Read"), true), tuple("app-2", List.of("Mail.ReadWrite"), true));
    }

    @Test
    void readsWhoMayOpenWhichMailboxFromAReport() {
        var table = exports.file("MailboxPermissions.csv", "UserPrincipalName,DisplayName,RecipientTypeDetails,"
                        + "FullAccessUsers,SendAsUsers,SendOnBehalfUsers,InboxUsers",
                "info@energy.example,Info,UserMailbox,Ito (ito@energy.example); Abe (abe@energy.example),,"
                        + "Ito (ito@energy.example),");

        assertThat(ExchangeExports.settingsOf(table).evidence(Delegation.class))
                .extracting(Delegation::grantee, Delegation::rights).containsExactlyInAnyOrder(
                        tuple("ito@energy.example", List.of("FullAccess")), tuple("abe@energy.example", List.of("FullAccess")),
                        tuple("ito@energy.example", List.of("SendOnBehalf")));
    }

    @Test
    void readsMailOutOfHuntingTables() {
        var table = exports.file("EmailEvents.csv", "Timestamp,NetworkMessageId,InternetMessageId,SenderMailFromAddress,"
                        + "SenderFromAddress,SenderIPv4,RecipientEmailAddress,Subject,EmailDirection,DeliveryAction",
                "\"Oct 31, 2026 4:00:00 AM\",n1,<1@energy.example>,info@energy.example,info@energy.example,203.0.113.9,"
                        + "x@other.test,Invoice,Outbound,Delivered",
                "2026-10-31T04:00:01Z,n2,<2@other.test>,z@other.test,z@other.test,198.51.100.7,info@energy.example,Hi,"
                        + "Inbound,Delivered");

        assertThat(ExchangeExports.traceOf(table).evidence(SentMessage.class)).singleElement().satisfies(sent -> {
            assertThat(sent.origin().time()).hasToString("Optional[2026-10-31T04:00:00Z]");
            assertThat(sent.mailbox()).hasToString("Optional[info@energy.example]");
        });
    }
}
