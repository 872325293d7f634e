package org.mimawari.indicator.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RuleNamesTest {

    private static final List<String> JAPANESE = List.of("請求書", "経理", "見積", "済", "社内", "★重要", "メルマガ", "営業部",
            "発注", "納品書", "採用", "総務", "至急", "個人", "家族", "楽天", "アマゾン", "顧客A", "日報", "週報", "議事録", "東京支店",
            "大阪", "迷惑メール", "給与", "人事", "全社", "ML", "要返信", "後で読む", "①至急", "【社外】", "会議", "未読", "銀行",
            "保険", "学校", "ｱｽｸﾙ", "〇〇商事", "重");
    private static final List<String> ENGLISH = List.of("Newsletters", "Invoices", "HR", "IT", "Boss", "Family",
            "GitHub", "Jira", "Projects", "PO", "Travel", "To read", "Receipts", "Team", "Bank", "Alerts", "Amazon",
            "CC", "Build failures", "Calendar invites", "School", "Sales", "Legal", "Q3", "Mailing lists", "Facebook",
            "[JIRA]", "Client - Acme", "R&D", "Unsubscribe later");
    private static final List<String> ATTACKERS = List.of(".", "..", "...", ",", ",,", ";", ";;", "-", "--", "_", "__",
            "'", "\"", "*", "**", "!", "?", "/", "\\", "|", "~", "`", "a", "x", "s", "1", "aa", "aaa", "xx", "zzz",
            "111", " ", "\u200B", "\u3164", "\u3000", "。", "、", "・", "…", "ー");

    @Test
    void flagsNoOrdinaryNameAndMissesNoAttackers() {
        long japanese = telling(JAPANESE);
        long english = telling(ENGLISH);
        long attackers = telling(ATTACKERS);
        System.out.printf("rule names told apart: Japanese %d of %d, English %d of %d, attacker-like %d of %d%n",
                japanese, JAPANESE.size(), english, ENGLISH.size(), attackers, ATTACKERS.size());
        assertThat(List.of(japanese, english, attackers)).containsExactly(0L, 0L, (long) ATTACKERS.size());
    }

    @Test
    void takesOneChineseCharacterForAWord() {
        assertThat(RuleNames.verdict("済")).isEqualTo(RuleNameVerdict.ORDINARY);
    }

    @Test
    void saysLittleOfTwoLetters() {
        assertThat(RuleNames.verdict("HR")).isEqualTo(RuleNameVerdict.SHORT);
    }

    @Test
    void seesNeighbouringKeys() {
        assertThat(List.of("asd", "qwe", "123", "zxcv")).allMatch(
                name -> RuleNames.verdict(name) == RuleNameVerdict.KEYBOARD_RUN);
    }

    @Test
    void seesLettersThatAreOnlyDecoration() {
        assertThat(List.of(".a", "a.", "ａ", "ｱ")).allMatch(
                name -> RuleNames.verdict(name) == RuleNameVerdict.SINGLE_CHARACTER);
    }

    @Test
    void saysNothingWhereTheSourceNamesNoRules() {
        assertThat(RuleNames.verdict("")).isEqualTo(RuleNameVerdict.ORDINARY);
    }

    private static long telling(List<String> names) {
        return names.stream().filter(name -> RuleNames.verdict(name).isTelling()).count();
    }
}
