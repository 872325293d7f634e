package org.mimawari.indicator.sent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.MailboxKind;

class RhythmTest {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    /** The Monday of Marine Day, eleven in the morning in Tokyo. */
    private static final Instant MARINE_DAY = Instant.parse("2026-07-20T02:00:00Z");
    private static final Instant DAY_AFTER = Instant.parse("2026-07-21T02:00:00Z");

    /** Weekdays from nine to six in Tokyo, until the Friday before Marine Day. */
    private static Rhythm office(ZoneId zone) {
        Rhythm rhythm = new Rhythm(zone, MailboxKind.PERSON);
        LocalDate.of(2026, 6, 15).datesUntil(LocalDate.of(2026, 7, 18)).filter(day -> day.getDayOfWeek()
                .getValue() <= 5)
                .forEach(day -> IntStream.range(9, 18).forEach(hour ->
                        rhythm.learn(day.atTime(hour, 10).atZone(TOKYO).toInstant())));
        return rhythm;
    }

    @Test
    void takesAHolidayForASunday() {
        assertThat(office(TOKYO).isUnusual(MARINE_DAY, true)).isTrue();
        assertThat(office(TOKYO).isUnusual(DAY_AFTER, true)).isFalse();
    }

    @Test
    void knowsNoJapaneseHolidaysElsewhere() {
        assertThat(office(ZoneId.of("Asia/Seoul")).isUnusual(MARINE_DAY, true)).isFalse();
    }

    @Test
    void findsTheNightUnusualAndTheHourBesideTheOfficeNot() {
        assertThat(office(TOKYO).isUnusual(Instant.parse("2026-07-20T18:00:00Z"), true)).isTrue();
        assertThat(office(TOKYO).isUnusual(Instant.parse("2026-07-21T09:30:00Z"), true)).isFalse();
    }

    @Test
    void judgesOnlyNightsAndSundaysWhileLittleIsKnown() {
        Rhythm young = new Rhythm(TOKYO, MailboxKind.PERSON);
        young.learn(DAY_AFTER);
        assertThat(young.isUnusual(Instant.parse("2026-07-22T10:00:00Z"), false)).isFalse();
        assertThat(young.isUnusual(Instant.parse("2026-07-22T18:00:00Z"), false)).isTrue();
    }

    @Test
    void asksARobotForTheHourOnly() {
        Rhythm robot = new Rhythm(TOKYO, MailboxKind.ROBOT);
        LocalDate.of(2026, 6, 1).datesUntil(LocalDate.of(2026, 7, 18)).forEach(day ->
                robot.learn(day.atTime(2, 0).atZone(TOKYO).toInstant()));
        assertThat(robot.isUnusual(Instant.parse("2026-07-19T17:00:00Z"), true)).isFalse();
        assertThat(robot.isUnusual(Instant.parse("2026-07-20T02:00:00Z"), true)).isTrue();
    }
}
