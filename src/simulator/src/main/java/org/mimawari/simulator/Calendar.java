package org.mimawari.simulator;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** The weeks that are simulated, in Tokyo's time. */
final class Calendar {

    static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    static final LocalDate FIRST = LocalDate.of(2026, 10, 5);
    static final LocalDate LAST = LocalDate.of(2026, 11, 14);
    private static final Set<LocalDate> HOLIDAYS = Set.of(LocalDate.of(2026, 10, 12), LocalDate.of(2026, 11, 3));

    private Calendar() {}

    static List<LocalDate> days() {
        return FIRST.datesUntil(LAST.plusDays(1)).toList();
    }

    static boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !HOLIDAYS.contains(day);
    }

    /** A moment of that day; hours of 24 and more lie in the night after it. */
    static Instant at(LocalDate day, int hour, int minute) {
        return day.plusDays(hour / 24).atTime(LocalTime.of(hour % 24, minute)).atZone(TOKYO).toInstant();
    }

    static Instant at(String day, String time) {
        return LocalDate.parse(day).atTime(LocalTime.parse(time)).atZone(TOKYO).toInstant();
    }
}
