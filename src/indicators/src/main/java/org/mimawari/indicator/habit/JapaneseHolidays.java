package org.mimawari.indicator.habit;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The national holidays of Japan, computed by the Act on National Holidays (1948, as amended up to 2018) and the
 * special acts of 2019 to 2021; right for 2000 to 2099, where the equinoxes follow the usual approximation. Safe for
 * any thread.
 */
public final class JapaneseHolidays {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    private final Map<Integer, Set<LocalDate>> years = new ConcurrentHashMap<>();

    /** True for a national holiday, a substitute holiday, and a day between two holidays. */
    public boolean contains(LocalDate date) {
        int year = date.getYear();
        return year >= FIRST_YEAR && year <= LAST_YEAR
                && years.computeIfAbsent(year, JapaneseHolidays::holidays).contains(date);
    }

    private static Set<LocalDate> holidays(int year) {
        Set<LocalDate> named = named(year);
        Set<LocalDate> all = new TreeSet<>(named);
        for (LocalDate day : named) {
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                all.add(substitute(day, named, year));
            }
            LocalDate next = day.plusDays(1);
            boolean between = named.contains(day.plusDays(2)) && !named.contains(next);
            if (between && next.getDayOfWeek() != DayOfWeek.SUNDAY) {
                all.add(next);
            }
        }
        return all;
    }

    /** The next day that is no holiday itself; until 2006 always the Monday (Article 3, paragraph 2). */
    private static LocalDate substitute(LocalDate sunday, Set<LocalDate> named, int year) {
        LocalDate next = sunday.plusDays(1);
        while (year >= 2007 && named.contains(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static Set<LocalDate> named(int year) {
        Set<LocalDate> days = new TreeSet<>(Set.of(
                LocalDate.of(year, 1, 1), monday(year, 1, 2), LocalDate.of(year, 2, 11),
                LocalDate.of(year, 3, equinox(20.8431, year)), LocalDate.of(year, 4, 29),
                LocalDate.of(year, 5, 3), LocalDate.of(year, 5, 5),
                LocalDate.of(year, 9, equinox(23.2488, year)),
                LocalDate.of(year, 11, 3), LocalDate.of(year, 11, 23)));
        days.add(year < 2003 ? LocalDate.of(year, 9, 15) : monday(year, 9, 3));
        if (year >= 2007) {
            days.add(LocalDate.of(year, 5, 4));
        }
        addBirthday(days, year);
        addSummer(days, year);
        addAccession(days, year);
        return days;
    }

    private static void addBirthday(Set<LocalDate> days, int year) {
        if (year <= 2018) {
            days.add(LocalDate.of(year, 12, 23));
        } else if (year >= 2020) {
            days.add(LocalDate.of(year, 2, 23));
        }
    }

    /** Marine, Mountain and Sports Day; the Games of Tokyo moved them in 2020 and 2021. */
    private static void addSummer(Set<LocalDate> days, int year) {
        if (year == 2020) {
            days.addAll(Set.of(LocalDate.of(2020, 7, 23), LocalDate.of(2020, 7, 24), LocalDate.of(2020, 8, 10)));
            return;
        }
        if (year == 2021) {
            days.addAll(Set.of(LocalDate.of(2021, 7, 22), LocalDate.of(2021, 7, 23), LocalDate.of(2021, 8, 8)));
            return;
        }
        days.add(year < 2003 ? LocalDate.of(year, 7, 20) : monday(year, 7, 3));
        days.add(monday(year, 10, 2));
        if (year >= 2016) {
            days.add(LocalDate.of(year, 8, 11));
        }
    }

    private static void addAccession(Set<LocalDate> days, int year) {
        if (year == 2019) {
            days.add(LocalDate.of(2019, 5, 1));
            days.add(LocalDate.of(2019, 10, 22));
        }
    }

    private static LocalDate monday(int year, int month, int which) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(which, DayOfWeek.MONDAY));
    }

    /** The day of the equinox in Japan, valid from 1980 to 2099. */
    private static int equinox(double base, int year) {
        return (int) (base + 0.242194 * (year - 1980) - Math.floorDiv(year - 1980, 4));
    }
}
