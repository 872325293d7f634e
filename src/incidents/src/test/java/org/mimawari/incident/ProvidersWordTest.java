package org.mimawari.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.incident.Signs.sign;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.indicator.Level;

class ProvidersWordTest {

    @Test
    void isEnoughByItselfWhereItSaysThatTheAccountWasTakenOver() {
        assertThat(Level.of(Score.of(List.of(sign("signin-provider-risk"))))).isEqualTo(Level.HIGH);
    }

    @Test
    void otherSignsOfAStrangerAreNotHoweverMany() {
        assertThat(Score.of(List.of(sign("signin-session-split"), sign("signin-aitm-officehome"),
                sign("signin-legacy-foreign"), sign("signin-impossible-travel")))).isLessThanOrEqualTo(45);
    }
}
