package org.mimawari.indicator.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageIdsTest {

    @Test
    void readsIdsWithAndWithoutBrackets() {
        assertThat(MessageIds.normalised(" <A.b@Shop.Example> ")).isEqualTo(MessageIds.normalised("a.b@shop.example"));
    }

    @Test
    void namesTheHost() {
        assertThat(MessageIds.host("<a@b@shop.example>")).isEqualTo("shop.example");
        assertThat(MessageIds.host("<nothing>")).isEmpty();
    }

    @Test
    void tellsTheBuildOfAnId() {
        assertThat(MessageIdHabit.grammar("<20260602.A1B2C3@shop.example>"))
                .isEqualTo(MessageIdHabit.grammar("<20250101.FFEE09@shop.example>"))
                .isNotEqualTo(MessageIdHabit.grammar("<uuid-1234-5678@shop.example>"));
    }
}
