package org.mimawari.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void leavesOrdinaryTextOfAnyLanguageAlone() {
        String text = "請求書 Rechnung für ½ – 😀 naïve";
        assertThat(VisibleText.of(text, 100)).isEqualTo(text);
    }

    @Test
    void writesControlCharactersOut() {
        assertThat(VisibleText.of("a\nb\tc\u001B[31md\u0000\u007F\u009B", 100)).isEqualTo("a⏎b⇥c␛[31md␀␡⟨U+009B⟩");
    }

    @Test
    void writesWhatTurnsOrHidesTextOut() {
        assertThat(VisibleText.of("x\u202Egpj\u2066\u200B\u00AD\uFEFF", 100))
                .isEqualTo("x⟨U+202E⟩gpj⟨U+2066⟩⟨U+200B⟩⟨U+00AD⟩⟨U+FEFF⟩");
        assertThat(VisibleText.of("\u3164\u2800" + Character.toString(0xE0041), 100))
                .isEqualTo("⟨U+3164⟩⟨U+2800⟩⟨U+E0041⟩");
    }

    @Test
    void writesHalvesOfCharactersOut() {
        assertThat(VisibleText.of("a\uD83Db\uDE00", 100)).isEqualTo("a⟨U+D83D⟩b⟨U+DE00⟩");
    }

    @Test
    void cutsLongTextWithoutHalvingACharacter() {
        assertThat(VisibleText.of("abcdef", 6)).isEqualTo("abcdef");
        assertThat(VisibleText.of("abcdefg", 6)).isEqualTo("abcde…");
        assertThat(VisibleText.of("ab😀😀", 4)).isEqualTo("ab…");
    }

    @Test
    void doesNotLetMarksPileUp() {
        assertThat(VisibleText.of("e" + "\u0301".repeat(500) + "x", 100)).isEqualTo("e\u0301\u0301\u0301x");
    }
}
