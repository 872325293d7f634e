package org.mimawari.connector.export.microsoft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.connector.export.microsoft.AuditStory.byAdmin;
import static org.mimawari.connector.export.microsoft.AuditStory.record;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleCondition.Field;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.evidence.SettingChange;

class AuditRulesTest {

    @Test
    void readsANewRule() {
        MailboxRule rule = record("New-InboxRule").with("ObjectId", "info@shop.example\\.")
                .parameters("Name", ".", "SubjectContainsWords", "invoice;payment", "DeleteMessage", "True",
                        "StopProcessingRules", "True").showsOne(MailboxRule.class);

        assertThat(rule.name()).isEqualTo(".");
        assertThat(rule.conditions()).containsExactly(RuleCondition.of(Field.SUBJECT, List.of("invoice", "payment")));
        assertThat(rule.does(RuleAction.Type.DELETE)).isTrue();
        assertThat(rule.traits()).containsExactly(RuleTrait.STOPS);
        assertThat(rule.change()).isEqualTo(Change.ADDED);
        assertThat(rule.actor().role()).isEqualTo(Actor.Role.OWNER);
    }

    @Test
    void aNewRuleWithoutConditionMatchesEverything() {
        MailboxRule rule = record("New-InboxRule").parameters("Name", "a", "ForwardTo", "x@evil.example")
                .showsOne(MailboxRule.class);

        assertThat(rule.conditions()).isEmpty();
        assertThat(rule.readable()).isTrue();
    }

    @Test
    void readsParametersThatAScriptFlattened() {
        MailboxRule rule = record("New-InboxRule").json("Parameters", "[\"@{Name=Name; Value=.}\","
                + "\"@{Name=DeleteMessage; Value=True}\",\"@{Name=SubjectContainsWords; Value=invoice; wire}\"]")
                .showsOne(MailboxRule.class);

        assertThat(rule.name()).isEqualTo(".");
        assertThat(rule.conditions()).containsExactly(RuleCondition.of(Field.SUBJECT, List.of("invoice", "wire")));
        assertThat(rule.does(RuleAction.Type.DELETE)).isTrue();
    }

    @Test
    void readsParametersInColumnsOfTheirOwn() {
        MailboxRule rule = AuditStory.read("CreationDate,UserIds,Operations,Operation,UserId,Param_Name,Param_DeleteMessage\n"
                + "10/31/2026 3:10:00 AM,info@shop.example,New-InboxRule,New-InboxRule,info@shop.example,..,True\n")
                .evidence(MailboxRule.class).get(0);

        assertThat(rule.name()).isEqualTo("..");
        assertThat(rule.does(RuleAction.Type.DELETE)).isTrue();
    }

    @Test
    void readsParametersPartedByBars() {
        MailboxRule rule = AuditStory.read("CreationDate,UserIds,Operations,Parameters\n10/31/2026 3:10:00 AM,"
                + "info@shop.example,New-InboxRule,Name=.. | SubjectContainsWords=a=b | DeleteMessage=True\n")
                .evidence(MailboxRule.class).get(0);

        assertThat(rule.conditions()).containsExactly(RuleCondition.of(Field.SUBJECT, List.of("a=b")));
        assertThat(rule.does(RuleAction.Type.DELETE)).isTrue();
    }

    @Test
    void readsParametersAsPythonPrintsThem() {
        MailboxRule rule = AuditStory.read("CreationDate,UserIds,Operations,Parameters\n10/31/2026 3:10:00 AM,"
                + "info@shop.example,New-InboxRule,\"[{'Name': 'Name', 'Value': '..'}, {'Name': 'DeleteMessage', 'Value':"
                + " 'True'}]\"\n").evidence(MailboxRule.class).get(0);

        assertThat(rule.name()).isEqualTo("..");
        assertThat(rule.does(RuleAction.Type.DELETE)).isTrue();
    }

    @Test
    void aNewRuleThatDoesNothingIsOneWhoseDetailsAreLost() {
        MailboxRule rule = record("New-InboxRule").parameters("Name", "a").showsOne(MailboxRule.class);

        assertThat(rule.readable()).isFalse();
        assertThat(rule.conditions()).isNotEmpty();
    }

    @Test
    void aChangeThatNamesNoConditionDoesNotMatchEverything() {
        MailboxRule rule = record("Set-InboxRule").parameters("Identity", "info@shop.example\\a", "MarkAsRead", "True")
                .showsOne(MailboxRule.class);

        assertThat(rule.conditions()).extracting(RuleCondition::field).containsExactly(Field.OTHER);
        assertThat(rule.name()).isEqualTo("a");
    }

    @Test
    void aRuleThatIsOnlySwitchedOnIsNotReadable() {
        MailboxRule on = record("Enable-InboxRule").parameters("Identity", "x").showsOne(MailboxRule.class);
        MailboxRule off = record("Disable-InboxRule").parameters("Identity", "x").showsOne(MailboxRule.class);

        assertThat(on.readable()).isFalse();
        assertThat(on.enabled()).isTrue();
        assertThat(off.enabled()).isFalse();
        assertThat(off.change()).isEqualTo(Change.DISABLED);
    }

    @Test
    void aRuleMadeForSomebodyElseBelongsToThatMailbox() {
        MailboxRule byPath = byAdmin("New-InboxRule").with("ObjectId", "EURPR04A001.PROD.OUTLOOK.COM/Microsoft Exchange"
                + " Hosted Organizations/shop.onmicrosoft.com/taro\\ab").parameters("Name", "ab")
                .showsOne(MailboxRule.class);
        MailboxRule byParameter = byAdmin("New-InboxRule").parameters("Mailbox", "Taro@Shop.Example", "Name", "ab")
                .showsOne(MailboxRule.class);

        assertThat(byPath.mailbox().orElseThrow()).hasToString("taro@shop.example");
        assertThat(byParameter.mailbox().orElseThrow()).hasToString("taro@shop.example");
        assertThat(byPath.actor().role()).isEqualTo(Actor.Role.ADMIN);
    }

    @Test
    void theTenantBeforeTheOwnerOfARuleIsNoMailbox() {
        MailboxRule own = record("New-InboxRule").with("ObjectId", "shop.onmicrosoft.com\\info\\..")
                .parameters("Name", "..").showsOne(MailboxRule.class);
        MailboxRule unnamed = record("New-InboxRule").with("ObjectId", "shop.onmicrosoft.com\\..")
                .parameters("Name", "..").showsOne(MailboxRule.class);
        MailboxRule others = byAdmin("New-InboxRule").with("ObjectId", "shop.onmicrosoft.com\\hanako\\..")
                .parameters("Name", "..").showsOne(MailboxRule.class);

        assertThat(own.mailbox().orElseThrow()).hasToString("info@shop.example");
        assertThat(unnamed.mailbox().orElseThrow()).hasToString("info@shop.example");
        assertThat(others.mailbox().orElseThrow()).hasToString("hanako@shop.example");
    }

    @Test
    void theBareNameOfARuleIsNoMailbox() {
        MailboxRule rule = record("Remove-InboxRule").with("ObjectId", "Invoices").parameters("Identity", "Invoices")
                .showsOne(MailboxRule.class);

        assertThat(rule.mailbox().orElseThrow()).hasToString("info@shop.example");
        assertThat(rule.name()).isEqualTo("Invoices");
    }

    @Test
    void aRuleThatCouldNotBeMadeIsNoRule() {
        AuditStory failed = record("New-InboxRule").with("ResultStatus", "False").parameters("Name", "a");

        assertThat(failed.shows(MailboxRule.class)).isEmpty();
        assertThat(failed.showsOne(SettingChange.class).succeeded()).isFalse();
    }

    @Test
    void readsParametersInAText() {
        MailboxRule rule = record("New-InboxRule")
                .with("Parameters", "[{\"Name\":\"Name\",\"Value\":\"..\"},"
                        + "{\"Name\":\"MoveToFolder\",\"Value\":\"RSS\"}]")
                .showsOne(MailboxRule.class);

        assertThat(rule.actions()).containsExactly(RuleAction.of(RuleAction.Type.MOVE, "RSS"));
    }

    @Test
    void readsActionsOfOutlookInAText() {
        MailboxRule rule = record("UpdateInboxRules").with("MailboxOwnerUPN", "info@shop.example").with("LogonType", 0)
                .pairs("OperationProperties", "RuleOperation", "AddMailboxRule", "RuleName", "x", "RuleActions",
                        "[{\"ActionType\":\"Forward\",\"Recipients\":[\"Eve@evil.example\"]},"
                        + "{\"ActionType\":\"MarkAsRead\"}]",
                        "RuleCondition", "(&(Subject=invoice))").showsOne(MailboxRule.class);

        assertThat(rule.actions()).containsExactly(RuleAction.of(RuleAction.Type.FORWARD, "eve@evil.example"),
                RuleAction.of(RuleAction.Type.MARK_READ));
        assertThat(rule.conditions()).containsExactly(RuleCondition.of(Field.QUERY, List.of("(&(Subject=invoice))")));
        assertThat(rule.traits()).containsExactly(RuleTrait.FROM_OUTLOOK);
        assertThat(rule.change()).isEqualTo(Change.ADDED);
    }

    @Test
    void readsServerRulesOfOutlook() {
        String server = "{\"Name\":\"r\",\"Conditions\":[{\"ConditionType\":\"ContainsSubjectString\","
                + "\"Words\":[\"bank\"]}],"
                + "\"Actions\":[{\"ActionType\":\"RedirectToRecipientsAction\",\"Recipients\":[{\"Values\":["
                + "{\"Value\":\"Eve\"},{\"Value\":\"eve@evil.example\"}]}]},{\"ActionType\":\"DeleteAction\"}]}";

        MailboxRule rule = record("UpdateInboxRules").pairs("OperationProperties", "RuleOperation",
                "ModifyMailboxRule", "ServerRule", server).showsOne(MailboxRule.class);

        assertThat(rule.name()).isEqualTo("r");
        assertThat(rule.change()).isEqualTo(Change.CHANGED);
        assertThat(rule.conditions()).containsExactly(RuleCondition.of(Field.SUBJECT, List.of("bank")));
        assertThat(rule.actions()).containsExactly(RuleAction.of(RuleAction.Type.REDIRECT, "eve@evil.example"),
                RuleAction.of(RuleAction.Type.DELETE));
    }

    @Test
    void anOutlookRuleWithoutContentsIsNotReadable() {
        MailboxRule rule = record("UpdateInboxRules").pairs("OperationProperties", "RuleOperation",
                "RemoveMailboxRule", "ServerRule", "{broken").showsOne(MailboxRule.class);

        assertThat(rule.readable()).isFalse();
        assertThat(rule.change()).isEqualTo(Change.REMOVED);
    }
}
