package org.mimawari.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineBreaksTest {

    @Test
    void countsWideCharactersTwiceAndMarksNot() {
        assertThat(DisplayWidth.of("abc")).isEqualTo(3);
        assertThat(DisplayWidth.of("請求書")).isEqualTo(6);
        assertThat(DisplayWidth.of("ｶﾅ")).isEqualTo(2);
        assertThat(DisplayWidth.of("e\u0301")).isEqualTo(1);
        assertThat(DisplayWidth.of("😀")).isEqualTo(2);
    }

    @Test
    void breaksEnglishBetweenWords() {
        assertThat(LineBreaks.of("one two three four", 9, 9)).containsExactly("one two", "three", "four");
    }

    @Test
    void breaksJapaneseAnywhereButBeforeAFullStop() {
        assertThat(LineBreaks.of("受信ルールです。", 14, 9)).containsExactly("受信ルールで", "す。");
    }

    @Test
    void breaksWhatHasNoPlaceToBreak() {
        assertThat(LineBreaks.of("x".repeat(25), 10, 9)).containsExactly("x".repeat(10), "x".repeat(10), "x".repeat(5));
    }

    @Test
    void saysThatThereIsMore() {
        assertThat(LineBreaks.of("one two three four five", 9, 2)).containsExactly("one two", "three…");
        assertThat(LineBreaks.of("あいうえおかきくけこ", 8, 1)).containsExactly("あいう…");
    }

    @Test
    void anEmptyTextIsOneEmptyLine() {
        assertThat(LineBreaks.of("", 10, 3)).containsExactly("");
    }
}
