package org.mimawari.connector.export.microsoft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuditWordsTest {

    private final AuditWords words = new AuditWords();

    @Test
    void givesTheSameObjectForTheSameBytes() {
        AuditWords.Word learnt = words.learn(quoted("info@shop.example"), 0, 19, "info@shop.example");
        assertThat(words.find(quoted("info@shop.example"), 0, 19)).isSameAs(learnt);
    }

    @Test
    void knowsNoOtherBytes() {
        words.learn(quoted("info@shop.example"), 0, 19, "info@shop.example");
        assertThat(words.find(quoted("info@shop.examples"), 0, 20)).isSameAs(AuditWords.NONE);
    }

    @Test
    void keepsNoLongText() {
        byte[] bytes = quoted("x".repeat(300));
        assertThat(words.learn(bytes, 0, bytes.length, "x")).isSameAs(AuditWords.NONE);
    }

    @Test
    void standsNowhereWhereTheBytesEndBefore() {
        AuditWords.Word word = words.learn(quoted("info"), 0, 6, "info");
        assertThat(word.stands(quoted("info"), 0, 5)).isFalse();
    }

    private static byte[] quoted(String text) {
        return ('"' + text + '"').getBytes(UTF_8);
    }
}
