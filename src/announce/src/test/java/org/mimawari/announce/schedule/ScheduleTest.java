package org.mimawari.announce.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");

    @ParameterizedTest
    @CsvSource({"1m,60", "5m,300", "1h,3600", "30s,30", "2d,172800"})
    void countsASpanFromTheLastRound(String text, long seconds) {
        Instant now = Instant.parse("2024-05-01T03:00:01Z");

        assertThat(Schedule.parse(text, TOKYO).next(now)).isEqualTo(now.plusSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({
        "*/15 * * * *,    2024-05-01T00:00, 2024-05-01T00:15",
        "*/15 * * * *,    2024-05-01T23:50, 2024-05-02T00:00",
        "10/20 * * * *,   2024-05-01T00:11, 2024-05-01T00:30",
        "0 6 * * 1-5,     2024-05-03T06:00, 2024-05-06T06:00",
        "0 6 * * MON-FRI, 2024-05-03T06:00, 2024-05-06T06:00",
        "0 0 * * 7,       2024-05-01T00:00, 2024-05-05T00:00",
        "0 0 * * 5-7,     2024-05-04T00:00, 2024-05-05T00:00",
        "0 0 29 feb *,    2024-03-01T00:00, 2028-02-29T00:00",
        "30 2 31 * *,     2024-04-01T00:00, 2024-05-31T02:30",
        "0 0 13 * 5,      2024-09-01T00:00, 2024-09-06T00:00",
        "0 0 13 * 5,      2024-09-07T00:00, 2024-09-13T00:00",
        "'0 8,20 * * *',  2024-05-01T08:00, 2024-05-01T20:00",
        "@hourly,         2024-05-01T00:30, 2024-05-01T01:00",
        "@daily,          2024-05-01T00:00, 2024-05-02T00:00",
        "@weekly,         2024-05-01T00:00, 2024-05-05T00:00",
        "@monthly,        2024-05-01T00:00, 2024-06-01T00:00",
        "@yearly,         2024-05-01T00:00, 2025-01-01T00:00"})
    void readsCronExpressionsInTheirZone(String text, String after, String expected) {
        assertThat(local(Schedule.parse(text, TOKYO), after, TOKYO, 1)).containsExactly(expected);
    }

    @Test
    void aTimeThatTheClockLeavesOutRunsOnceAtTheNextMoment() {
        // 2024-03-31: the clock goes from 02:00 to 03:00.
        assertThat(local(Schedule.parse("30 2 * * *", BERLIN), "2024-03-30T12:00", BERLIN, 2))
                .containsExactly("2024-03-31T03:00", "2024-04-01T02:30");
        assertThat(local(Schedule.parse("0,15,30,45 2 * * *", BERLIN), "2024-03-31T01:00", BERLIN, 2))
                .containsExactly("2024-03-31T03:00", "2024-04-01T02:00");
        assertThat(local(Schedule.parse("0 */2 * * *", BERLIN), "2024-03-31T00:30", BERLIN, 2))
                .containsExactly("2024-03-31T03:00", "2024-03-31T04:00");
        assertThat(local(Schedule.parse("30 2,3 * * *", BERLIN), "2024-03-31T01:00", BERLIN, 3))
                .containsExactly("2024-03-31T03:00", "2024-03-31T03:30", "2024-04-01T02:30");
    }

    @Test
    void aTimeThatComesTwiceRunsOnce() {
        // 2024-10-27: the clock goes from 03:00 back to 02:00.
        Schedule schedule = Schedule.parse("30 2 * * *", BERLIN);

        assertThat(runs(schedule, Instant.parse("2024-10-26T12:00:00Z"), 2))
                .containsExactly(Instant.parse("2024-10-27T00:30:00Z"), Instant.parse("2024-10-28T01:30:00Z"));
    }

    @Test
    void everyHourGoesOnThroughBothChangesOfTheClock() {
        Schedule hourly = Schedule.parse("@hourly", BERLIN);

        for (String change : List.of("2024-03-31T00:00:00Z", "2024-10-26T23:00:00Z")) {
            Instant before = Instant.parse(change);
            assertThat(runs(hourly, before, 5)).containsExactlyElementsOf(
                    Stream.iterate(before.plusSeconds(3_600), each -> each.plusSeconds(3_600)).limit(5).toList());
        }
    }

    @Test
    void everyFiveMinutesGoesOnWhereTheClockChangesByHalfAnHour() {
        Instant before = Instant.parse("2024-04-06T13:00:00Z");

        assertThat(runs(Schedule.parse("*/5 * * * *", LORD_HOWE), before, 40)).containsExactlyElementsOf(
                Stream.iterate(before.plusSeconds(300), each -> each.plusSeconds(300)).limit(40).toList());
    }

    @Test
    void aWholeDayThatIsLeftOutIsMadeUpFor() {
        // Samoa had no 2011-12-30.
        ZoneId apia = ZoneId.of("Pacific/Apia");

        assertThat(local(Schedule.parse("30 2 30 12 *", apia), "2011-12-29T12:00", apia, 2))
                .containsExactly("2011-12-31T00:00", "2012-12-30T02:30");
    }

    @Test
    void everyRunIsLaterThanTheOneBefore() {
        for (String text : List.of("*/7 * * * *", "0 */5 * * *", "30 1-3 * * *", "59 23 * * 0", "1,2 2 28-31 3,10 *")) {
            List<Instant> runs = runs(Schedule.parse(text, BERLIN), Instant.parse("2024-01-01T00:00:00Z"), 500);
            for (int i = 1; i < runs.size(); i++) {
                assertThat(runs.get(i)).isAfter(runs.get(i - 1));
            }
        }
    }

    @Test
    void jitterNeverReachesTheRoundThatFollows() {
        Schedule schedule = Schedule.parse("*/10 * * * *", TOKYO);
        Instant now = Instant.parse("2024-05-01T00:00:00Z");
        Random random = new Random(1);

        for (int i = 0; i < 100; i++) {
            Instant next = schedule.next(now, 0.5, random);
            assertThat(Duration.between(Instant.parse("2024-05-01T00:10:00Z"), next))
                    .isBetween(Duration.ZERO, Duration.ofMinutes(5));
            assertThat(schedule.next(next)).isEqualTo(Instant.parse("2024-05-01T00:20:00Z"));
        }
        assertThatThrownBy(() -> schedule.next(now, 0.6, random)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> schedule.next(now, Double.NaN, random)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "61 * * * *    | field 1 of the schedule (minute): '61' is not within 0 to 59",
        "* 24 * * *    | field 2 of the schedule (hour): '24' is not within 0 to 23",
        "* * 0 * *     | field 3 of the schedule (day of month): '0' is not within 1 to 31",
        "* * * XYZ *   | field 4 of the schedule (month): 'XYZ' is not within 1 to 12",
        "* * * * 8     | field 5 of the schedule (day of week): '8' is not within 0 to 7",
        "*/0 * * * *   | field 1 of the schedule (minute): a step is 1 to 59, not '0'",
        "* 22-2 * * *  | field 2 of the schedule (hour): '22-2' runs backwards; write two ranges",
        "1-2-3 * * * * | field 1 of the schedule (minute): '1-2-3' is no range",
        "1/2/3 * * * * | field 1 of the schedule (minute): '1/2/3' has more than one step",
        ", * * * *     | field 1 of the schedule (minute): '' is not within 0 to 59",
        "* * * *       | schedule '* * * *': expected five fields (minute, hour, day of month, month, day of week), found 4",
        "0 0 30 2 *    | schedule '0 0 30 2 *': fields 3 to 5 (the days) name a day that never comes",
        "@reboot       | schedule '@reboot': known here are @annually, @daily, @hourly, @midnight, @monthly, @weekly, @yearly",
        "1s            | schedule '1s': a span is 10s to 366d"})
    void namesTheFieldThatIsWrong(String text, String message) {
        assertThatThrownBy(() -> Schedule.parse(text, TOKYO)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "5", "5x", "-5m", "1.5h", "99999999m", "PT5M", "５m"})
    void refusesWhatIsNoSpan(String text) {
        assertThatThrownBy(() -> Schedule.parse(text, TOKYO)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Instant> runs(Schedule schedule, Instant after, int number) {
        return Stream.iterate(schedule.next(after), schedule::next).limit(number).toList();
    }

    private static List<String> local(Schedule schedule, String after, ZoneId zone, int number) {
        Instant start = LocalDateTime.parse(after).atZone(zone).toInstant();
        return runs(schedule, start, number).stream().map(run -> run.atZone(zone).toLocalDateTime().toString())
                .toList();
    }
}
