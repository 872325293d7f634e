package org.mimawari.report.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.TimeRange;

class PhrasingTest {

    private final Phrasing english = new Phrasing(Language.ENGLISH, ZoneId.of("Asia/Tokyo"));
    private final Phrasing japanese = new Phrasing(Language.JAPANESE, ZoneId.of("Asia/Tokyo"));

    @Test
    void writesSpansInTheirTwoLargestUnits() {
        assertThat(english.span(Duration.ofSeconds(42))).isEqualTo("42 s");
        assertThat(english.span(Duration.ofMinutes(20))).isEqualTo("20 min");
        assertThat(english.span(Duration.ofMinutes(185))).isEqualTo("3 h 5 min");
        assertThat(english.span(Duration.ofHours(25))).isEqualTo("1 day 1 h");
        assertThat(japanese.span(Duration.ofMinutes(20))).isEqualTo("20分");
        assertThat(japanese.span(Duration.ofHours(52))).isEqualTo("2日4時間");
    }

    @Test
    void writesMomentsInTheReadersZone() {
        Instant time = Instant.parse("2024-05-01T14:02:11Z");
        assertThat(english.moment(time)).isEqualTo("Wed 2024-05-01 23:02");
        assertThat(japanese.moment(time)).isEqualTo("2024年5月1日(水) 23:02");
        assertThat(Phrasing.utcStamp(time)).isEqualTo("2024-05-01 14:02:11");
        assertThat(english.zone(time)).isEqualTo("Asia/Tokyo (UTC+09:00)");
    }

    @Test
    void namesTheDayOnceWhereARangeStaysWithinIt() {
        Instant start = Instant.parse("2024-05-01T04:58:00Z");
        TimeRange burst = TimeRange.between(start, start.plus(Duration.ofMinutes(19)));
        assertThat(english.range(burst)).isEqualTo("Wed 2024-05-01 13:58–14:17");
        assertThat(japanese.range(burst)).isEqualTo("2024年5月1日(水) 13:58～14:17");
    }

    @Test
    void writesTimesBeyondAnyCalendar() {
        assertThat(english.moment(Instant.MAX)).contains("9999-12-30");
        assertThat(english.stamp(Instant.MIN)).startsWith("0001-01-02");
    }

    @Test
    void writesSharesAsPercentages() {
        assertThat(Phrasing.share(0.988)).isEqualTo("99%");
        assertThat(Phrasing.share(0.004)).isEqualTo("0.4%");
        assertThat(Phrasing.share(Double.NaN)).isEqualTo("?");
    }

    @Test
    void neverRoundsAScoreUpToTheNextLevel() {
        assertThat(Phrasing.score(84.96)).isEqualTo("84.9");
        assertThat(Phrasing.score(85)).isEqualTo("85");
        assertThat(Phrasing.score(100 * (1 - 0.71))).isEqualTo("29");
    }

    @Test
    void capsLists() {
        List<String> seven = List.of("a", "b", "c", "d", "e", "f", "g");
        assertThat(english.list(seven)).isEqualTo("a, b, c, d, e and 2 more");
        assertThat(japanese.list(seven)).isEqualTo("a、b、c、d、e ほか2件");
    }
}
