package org.mimawari.indicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.RuleAction.Type.COPY;
import static org.mimawari.evidence.RuleAction.Type.SKIP_INBOX;
import static org.mimawari.evidence.RuleCondition.Field.HEADER;
import static org.mimawari.evidence.RuleCondition.Field.QUERY;
import static org.mimawari.evidence.RuleCondition.Field.SENDER;
import static org.mimawari.evidence.RuleCondition.Field.SUBJECT;
import static org.mimawari.evidence.RuleCondition.Field.SUBJECT_OR_BODY;
import static org.mimawari.indicator.rules.RuleStory.DELETE;
import static org.mimawari.indicator.rules.RuleStory.MARK_READ;
import static org.mimawari.indicator.rules.RuleStory.TO_RSS;
import static org.mimawari.indicator.rules.RuleStory.moveTo;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.snapshot;
import static org.mimawari.indicator.rules.RuleStory.story;
import static org.mimawari.indicator.rules.RuleStory.unless;
import static org.mimawari.indicator.rules.RuleStory.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class RuleHidesKeywordTest {

    private final RuleHidesKeyword indicator = new RuleHidesKeyword();

    @ParameterizedTest
    @ValueSource(strings = {"請求書", "振込", "invoice", "Payment", "ｲﾝﾎﾞｲｽ", "in\u200Bvoice", "不正アクセス", "乗っ取り",
        "undeliverable"})
    void findsTheWordHoweverItIsWritten(String word) {
        assertThat(only(indicator, snapshot("x", when(SUBJECT, word), DELETE))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSS Feeds", "RSS フィード", "Conversation History", "会話の履歴", "削除済みアイテム", "迷惑メール",
        "Inbox/RSS Subscriptions", "\\Archive", "アーカイブ", "INBOX.Trash", ".", "同期の失敗"})
    void isGraveWhereReadMailGoesOutOfSight(String folder) {
        Finding finding = only(indicator, snapshot("x", when(SUBJECT_OR_BODY, "請求書", "振込"), moveTo(folder),
                MARK_READ)).orElseThrow();
        assertThat(finding.level()).isEqualTo(Level.HIGH);
        assertThat(finding.points()).isGreaterThanOrEqualTo(0.6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"経理", "請求書", "Invoices", "Inbox/Finance", "INBOX.請求書", "Archive/2026/Invoices"})
    void leavesFilingIntoOwnFoldersAlone(String folder) {
        assertThat(indicator.examine(snapshot("請求書", when(SUBJECT, "請求書", "invoice"), moveTo(folder)))).isEmpty();
    }

    @Test
    void countsLessWhereTheFolderIsKnownByItsIdOnly() {
        String id = "AAMkAGVmMDEzMTM4LTZmYWUtNDdkNC1hMDZiLTU1OGY5OTZhYmY4OAAuAAAAAAAiQ8W967B7TKBjgx9rVEURAQAiIsqMbYjsT5e=";
        Finding finding = only(indicator, snapshot("x", when(SUBJECT, "請求書", "invoice"), moveTo(id), MARK_READ)).orElseThrow();
        assertThat(finding.multipliers()).asString().contains("folder-unknown");
        assertThat(indicator.examine(snapshot("請求書", when(SUBJECT, "請求書", "invoice"), moveTo(id)))).isEmpty();
    }

    @Test
    void leavesLabelledMailAlone() {
        MailboxEvidence filter = snapshot("", when(QUERY, "subject:(invoice)"), RuleAction.of(SKIP_INBOX),
                RuleAction.of(COPY, "Accounting"));
        assertThat(indicator.examine(filter)).isEmpty();
    }

    @Test
    void leavesSortingBySpamMarksAlone() {
        assertThat(indicator.examine(snapshot("spam", when(SUBJECT, "[SPAM]", "[迷惑メール]"), moveTo("迷惑メール")))).isEmpty();
        assertThat(indicator.examine(snapshot("spam", when(HEADER, "x-spam-flag: YES"), moveTo("Junk")))).isEmpty();
    }

    @Test
    void doesNotTakeAnExceptionForAWord() {
        assertThat(indicator.examine(snapshot("x", unless(SUBJECT, "invoice"), DELETE))).isEmpty();
    }

    @Test
    void doesNotTakeAnAddressForAWord() {
        assertThat(indicator.examine(snapshot("x", when(SENDER, "billing@vendor.example"), DELETE))).isEmpty();
    }

    @Test
    void countsReceiptsOfOneShopLittle() {
        List<RuleCondition> shop = new ArrayList<>(when(SENDER, "no-reply@bookshop.example"));
        shop.addAll(when(SUBJECT, "領収書"));
        Finding finding = only(indicator, snapshot("本", shop, moveTo("アーカイブ"), MARK_READ)).orElseThrow();
        assertThat(finding.points()).isLessThan(0.25);
    }

    @Test
    void countsOneEverydayWordLittle() {
        Finding finding = only(indicator, snapshot("Google", when(SUBJECT, "Alert"), DELETE)).orElseThrow();
        assertThat(finding.level()).isEqualTo(Level.MEDIUM);
        assertThat(finding.points()).isLessThan(0.25);
    }

    @Test
    void completesNoCombinationOfSignsWithOneEverydayWord() {
        Finding finding = only(indicator, snapshot("Google", when(SUBJECT, "Google Alert"), DELETE)).orElseThrow();
        assertThat(finding.multiplier()).isLessThan(0.8);
    }

    @Test
    void takesTwoEverydayWordsForTheTitleOfAWarning() {
        assertThat(only(indicator, snapshot("x", when(SUBJECT, "Security alert"), DELETE)).orElseThrow().level())
                .isEqualTo(Level.HIGH);
    }

    @Test
    void givesOneFindingForARuleThatIsLiveInTheLogAndInAnExport() {
        List<RuleCondition> log = when(SUBJECT_OR_BODY, "Invoice", "payment");
        List<RuleCondition> live = when(SUBJECT, "payment", "invoice");
        MailboxEvidence evidence = story()
                .makesRule("2026-05-01T04:00:00Z", "203.0.113.9", "..", log, moveTo(":\\RSS Feeds"), MARK_READ)
                .hasRule("..", live, MARK_READ, moveTo("RSS Feeds"), RuleAction.of(RuleAction.Type.STOP))
                .hasRule("..", live, moveTo("RSS Feeds"), MARK_READ).evidence();
        Finding finding = only(indicator, evidence).orElseThrow();
        assertThat(finding.citation().total()).isEqualTo(3);
        assertThat(finding.when().from()).hasToString("Optional[2026-05-01T04:00:00Z]");
    }

    @Test
    void copesWithHostileValues() {
        String[] many = new String[5_000];
        Arrays.fill(many, "invoice ".repeat(5_000));
        assertThat(indicator.examine(snapshot("x".repeat(100_000), when(SUBJECT, many), TO_RSS))).hasSize(1);
    }

    @Test
    void cannotSayWithoutRules() {
        assertThat(RuleStory.without(EvidenceKind.MAILBOX_RULE, indicator)).isInstanceOf(Assessment.NotAssessed.class);
    }
}
