package org.mimawari.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.incident.Signs.sign;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;

/** What is unusual only against days nobody has seen does not accuse anybody by itself. */
class NoHistoryTest {

    private static Finding cold(String word) {
        return sign(word).times(Multiplier.COLD_START);
    }

    @Test
    void aFirstMailMergeStaysLow() {
        double score = Score.of(List.of(cold("sent-burst-novel"), cold("sent-campaign-subject"), cold("sent-slow-novel"), cold("sent-burst-absolute")));
        assertThat(Level.of(score)).isEqualTo(Level.LOW);
    }

    @Test
    void aSecondFamilyLiftsIt() {
        assertThat(Level.of(Score.of(List.of(cold("sent-burst-novel"), cold("sent-campaign-subject"), sign("bounce-unknown-original-ours"))))).isEqualTo(Level.HIGH);
    }

    @Test
    void withHistoryTheSameCountsFully() {
        assertThat(Level.of(Score.of(List.of(sign("sent-burst-novel"), sign("sent-campaign-subject"))))).isEqualTo(Level.MEDIUM);
    }
}
