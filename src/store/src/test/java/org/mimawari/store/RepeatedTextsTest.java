package org.mimawari.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RepeatedTextsTest {

    private final RepeatedTexts texts = new RepeatedTexts();

    @Test
    void numbersTextsInTheOrderTheyCome() {
        texts.findOrLearn("tanaka@shop.example");
        texts.findOrLearn("192.0.2.1");

        assertThat(texts.findOrLearn("tanaka@shop.example")).isZero();
        assertThat(texts.findOrLearn("192.0.2.1")).isEqualTo(1);
        assertThat(texts.findOrLearn("new")).isEqualTo(RepeatedTexts.LEARNT);
    }

    @Test
    void findsAllItLearntUntilItIsFullAndThenLearnsNoMore() {
        for (int i = 0; i < RepeatedTexts.MOST; i++) {
            assertThat(texts.findOrLearn("text " + i)).isEqualTo(RepeatedTexts.LEARNT);
        }

        assertThat(texts.findOrLearn("one more")).isEqualTo(RepeatedTexts.UNKNOWN);
        assertThat(texts.findOrLearn("text 0")).isZero();
        assertThat(texts.findOrLearn("text 8191")).isEqualTo(8191);
    }

    @Test
    void leavesTextsOutThatSomebodyMadeToCollide() {
        for (int i = 0; i < 1 << 10; i++) {
            texts.findOrLearn(colliding(i));
        }

        assertThat(texts.findOrLearn(colliding(0))).isZero();
        assertThat(texts.findOrLearn(colliding(1000))).isEqualTo(RepeatedTexts.UNKNOWN);
    }

    /** {@code Aa} and {@code BB} have the same hash code, and so have texts of ten of them. */
    private static String colliding(int number) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 10; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }
}
