package org.mimawari.connector.export.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleTrait;

class InboxRuleExportTest {

    private static final String COLUMNS = "\"Name\",\"Enabled\",\"Priority\",\"MailboxOwnerId\",\"Identity\",\"RuleIdentity\","
            + "\"SubjectContainsWords\",\"MoveToFolder\",\"ForwardTo\",\"DeleteMessage\",\"MarkAsRead\","
            + "\"StopProcessingRules\",\"InError\"";

    @TempDir
    Path folder;

    private ExchangeExports exports;

    @BeforeEach
    void exports() {
        exports = new ExchangeExports(folder);
    }

    @Test
    void readsTheTableOfACmdletWithItsTypeLine() {
        Source table = exports.file("rules.csv", "#TYPE Microsoft.Exchange.Management.Common.InboxRule", COLUMNS,
                csv("info@energy.example", "..", "1", "invoice;payment", "RSS Feeds", ""));

        RecordingSink read = ExchangeExports.settingsOf(table);

        assertThat(read.evidence(MailboxRule.class)).singleElement().satisfies(rule -> {
            assertThat(rule.mailbox()).hasToString("Optional[info@energy.example]");
            assertThat(rule.name()).isEqualTo("..");
            assertThat(rule.conditions())
                    .containsExactly(RuleCondition.of(RuleCondition.Field.SUBJECT, List.of("invoice", "payment")));
            assertThat(rule.actions()).contains(RuleAction.of(RuleAction.Type.MOVE, "RSS Feeds"));
            assertThat(rule.change()).isEqualTo(Change.PRESENT);
            assertThat(rule.readable()).isTrue();
            assertThat(rule.ref().locator()).isEqualTo("line:3");
        });
    }

    @Test
    void readsATableThatASpreadsheetSavedInItsLanguage() {
        Source table = exports.file("rules.csv", "\uFEFF\"Name\";\"Enabled\";\"MailboxOwnerId\";\"RuleIdentity\";"
                + "\"SubjectContainsWords\";\"DeleteMessage\"", "\".\";\"FALSCH\";\"info@energy.example\";\"1\";"
                + "\"{invoice, wire}\";\"WAHR\"");

        assertThat(ExchangeExports.settingsOf(table).evidence(MailboxRule.class)).singleElement().satisfies(rule -> {
            assertThat(rule.does(RuleAction.Type.DELETE)).isTrue();
            assertThat(rule.enabled()).isFalse();
        });
    }

    @Test
    void readsOneObjectOrManyFromJsonWithListsInEitherWriting() {
        String plain = "{\"Name\":\"a\",\"RuleIdentity\":7,\"Enabled\":true,\"MailboxOwnerId\":\"info@energy.example\","
                + "\"SubjectContainsWords\":[\"invoice\",\"pay;roll\"],\"ForwardTo\":[\"\\\"x\\\" [SMTP:x@evil.example]\"],"
                + "\"DeleteMessage\":true}";
        String wrapped = plain.replace("[\"invoice\",\"pay;roll\"]", "{\"value\":[\"invoice\",\"pay;roll\"],\"Count\":2}")
                .replace("\"a\"", "\"b\"");

        List<MailboxRule> one = ExchangeExports.settingsOf(exports.file("one.json", plain)).evidence(MailboxRule.class);
        List<MailboxRule> many = ExchangeExports.settingsOf(exports.file("many.json", "[", plain, ",", wrapped, "]"))
                .evidence(MailboxRule.class);

        assertThat(one).hasSize(1);
        assertThat(many).hasSize(2).allSatisfy(rule -> {
            assertThat(rule.conditions().get(0).values()).containsExactly("invoice", "pay;roll");
            assertThat(rule.actions()).contains(RuleAction.of(RuleAction.Type.FORWARD, "x@evil.example"));
        });
    }

    @Test
    void marksWhatOnlyTheListWithHiddenRulesHas() {
        Source visible = exports.file("rules.csv", COLUMNS, csv("info@energy.example", "News", "1", "news", "News", ""));
        Source all = exports.file("rules-all.csv", COLUMNS, csv("info@energy.example", "News", "1", "news", "News", ""),
                csv("info@energy.example", "", "2", "", "", "x@evil.example"),
                csv("info@energy.example", "Junk E-Mail Rule", "3", "", "", ""));

        RecordingSink read = ExchangeExports.settingsOf(visible, all);

        assertThat(read.evidence(MailboxRule.class)).extracting(MailboxRule::name,
                rule -> rule.traits().contains(RuleTrait.HIDDEN)).containsExactly(
                tuple("News", false), tuple("", true));
        assertThat(read.duplicates()).isEqualTo(1);
        assertThat(read.admitted()).isEqualTo(3);
    }

    /** The junk filter forwards nothing; who wants to go unseen may call a rule like it. */
    @Test
    void keepsARuleThatForwardsUnderTheNameOfTheJunkFilter() {
        Source all = exports.file("rules.csv", COLUMNS,
                csv("info@energy.example", "Junk E-Mail Rule", "3", "", "", "x@evil.example"));

        assertThat(ExchangeExports.settingsOf(all).evidence(MailboxRule.class)).hasSize(1);
    }

    @Test
    void marksTheOnlyRuleOfAMailboxThatTheVisibleListOfManyLeavesOut() {
        Source visible = exports.file("rules.csv", COLUMNS, csv("info@energy.example", "News", "1", "news", "News", ""),
                csv("sales@energy.example", "News", "4", "news", "News", ""));
        Source all = exports.file("rules-hidden.csv", COLUMNS,
                csv("info@energy.example", "News", "1", "news", "News", ""),
                csv("ceo@energy.example", "", "2", "", "", "x@evil.example"));

        assertThat(ExchangeExports.settingsOf(visible, all).evidence(MailboxRule.class))
                .filteredOn(rule -> rule.traits().contains(RuleTrait.HIDDEN))
                .extracting(rule -> rule.mailbox().orElseThrow().text()).containsExactly("ceo@energy.example");
    }

    @Test
    void marksNothingWhereBothListsHaveRulesTheOtherLacks() {
        Source monday = exports.file("monday.csv", COLUMNS, csv("info@energy.example", "A", "1", "a", "A", ""),
                csv("info@energy.example", "B", "2", "b", "B", ""));
        Source friday = exports.file("friday.csv", COLUMNS, csv("info@energy.example", "A", "1", "a", "A", ""),
                csv("info@energy.example", "C", "3", "c", "C", ""));

        assertThat(ExchangeExports.settingsOf(monday, friday).evidence(MailboxRule.class))
                .noneMatch(rule -> rule.traits().contains(RuleTrait.HIDDEN));
    }

    @Test
    void neverTakesLostContentsForAHarmlessRule() {
        Source table = exports.file("rules.csv", COLUMNS, csv("info@energy.example", "x", "1",
                "System.Collections.ArrayList", "News", ""));

        assertThat(ExchangeExports.settingsOf(table).evidence(MailboxRule.class)).singleElement()
                .satisfies(rule -> assertThat(rule.readable()).isFalse());
    }

    @Test
    void findsTheMailboxBehindADisplayNameInTheListOfMailboxes() {
        Source rules = exports.file("a-rules.csv", COLUMNS, csv("Info Desk", "x", "1", "a", "News", ""));
        Source mailboxes = exports.file("b-mailboxes.csv",
                "DisplayName,PrimarySmtpAddress,RecipientTypeDetails,ForwardingSmtpAddress,ForwardingAddress",
                "Info Desk,info@energy.example,SharedMailbox,,");

        assertThat(ExchangeExports.settingsOf(rules, mailboxes).evidence(MailboxRule.class)).singleElement()
                .satisfies(rule -> assertThat(rule.mailbox()).hasToString("Optional[info@energy.example]"));
    }

    @Test
    void claimsTheTenantForAListOfManyAndTheMailboxForAListOfOne() {
        Source one = exports.file("one.csv", COLUMNS, csv("info@energy.example", "A", "1", "a", "A", ""));
        Source two = exports.file("two.csv", COLUMNS, csv("info@energy.example", "A", "1", "a", "A", ""),
                csv("ceo@energy.example", "A", "2", "a", "A", ""));

        List<Coverage> coverage = ExchangeExports.settingsOf(one, two).coverage();

        assertThat(coverage).extracting(Coverage::state).containsOnly(Coverage.State.COLLECTED);
        assertThat(coverage.get(0).mailbox()).isPresent();
        assertThat(coverage.get(1).mailbox()).isEmpty();
    }

    @Test
    void isPartialWithoutTheColumnsOfActions() {
        Source names = exports.file("names.csv", "Name,Enabled,Priority,Identity,RuleIdentity,MailboxOwnerId",
                "News,True,1,info@energy.example\\\\1,1,info@energy.example");

        assertThat(ExchangeExports.settingsOf(names).coverage()).extracting(Coverage::state)
                .containsOnly(Coverage.State.PARTIAL);
    }

    @Test
    void doesNotTakeTheUnifiedAuditLogForRules() {
        Source audit = exports.file("audit.csv", "CreationDate,UserIds,Operations,AuditData,RecordType",
                "2026-03-01T02:00:00,info@energy.example,New-InboxRule,{},1");

        assertThat(ExportFiles.recognises(new SettingsReader(ExchangeExports.settings()), audit)).isZero();
    }

    private static String csv(String owner, String name, String id, String words, String folder, String forward) {
        return String.join(",", quoted(name), "\"True\"", "\"1\"", quoted(owner), quoted(owner + "\\" + id), quoted(id),
                quoted(words), quoted(folder), quoted(forward), "\"False\"", "\"True\"", "\"True\"", "\"False\"");
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }
}
