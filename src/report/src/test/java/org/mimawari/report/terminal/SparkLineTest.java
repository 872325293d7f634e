package org.mimawari.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SparkLineTest {

    @Test
    void theGreatestIsFullAndTheLeastIsStillSeen() {
        assertThat(SparkLine.of(List.of(0, 1, 500, 1_000))).isEqualTo(" ▁▄█");
    }

    @Test
    void nothingIsBlank() {
        assertThat(SparkLine.of(List.of(0, 0))).isEqualTo("  ");
        assertThat(SparkLine.of(List.of())).isEmpty();
    }
}
