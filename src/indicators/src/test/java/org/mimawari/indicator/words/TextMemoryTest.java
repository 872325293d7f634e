package org.mimawari.indicator.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextMemoryTest {

    private int asked;
    private final TextMemory<Integer> lengths = new TextMemory<>(text -> {
        asked++;
        return text.length();
    });

    @Test
    void worksOutATextOnce() {
        assertThat(lengths.of("Thunderbird")).isEqualTo(11);
        assertThat(lengths.of("Thunderbird")).isEqualTo(11);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void staysRightWhenItIsFull() {
        for (int i = 0; i < 5_000; i++) {
            assertThat(lengths.of("client " + i)).isEqualTo(("client " + i).length());
        }
        assertThat(lengths.of("client 7")).isEqualTo(8);
    }

    @Test
    void keepsNoLongText() {
        String text = "x".repeat(2_000);
        lengths.of(text);
        lengths.of(text);
        assertThat(asked).isEqualTo(2);
    }
}
