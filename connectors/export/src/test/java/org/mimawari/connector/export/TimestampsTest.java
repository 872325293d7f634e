package org.mimawari.connector.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

    @Test
    void theQuickWayAgreesWithTheCalendar() {
        for (LocalDate day = LocalDate.of(1990, 1, 1); day.getYear() < 2100; day = day.plusDays(3)) {
            assertThat(Timestamps.find(day + "T23:59:58")).contains(Instant.parse(day + "T23:59:58Z"));
        }
    }

    @Test
    void timesWithoutZoneAreUtc() {
        assertThat(Timestamps.find("2026-03-14T13:05:00")).contains(Instant.parse("2026-03-14T13:05:00Z"));
        assertThat(Timestamps.find("2026-03-14 13:05:00.25")).contains(Instant.parse("2026-03-14T13:05:00.250Z"));
        assertThat(Timestamps.find("2026-03-14T22:05:00+09:00")).contains(Instant.parse("2026-03-14T13:05:00Z"));
        assertThat(Timestamps.find("3/14/2026 1:05:00 PM")).contains(Instant.parse("2026-03-14T13:05:00Z"));
    }

    @Test
    void nonsenseIsNoTime() {
        assertThat(Timestamps.find("2026-13-14T13:05:00")).isEmpty();
        assertThat(Timestamps.find("2026-02-1xT13:05:00")).isEmpty();
        assertThat(Timestamps.find("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-1-1", "2026-01-1", "2026-----", "----------", "2026-01-01T"})
    void findsNoTimeInAShortText(String text) {
        assertThat(Timestamps.find(text)).isEmpty();
    }
}
