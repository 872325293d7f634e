package org.mimawari.connector.export.serverlog;

import java.time.LocalDate;
import java.time.Year;

/**
 * Gives stamps without a year the year that fits the lines before them: a log goes forward in time, but for disorder of
 * less than a month, and ends no later than its file was written.
 */
final class YearWalk {

    /** How far back a stamp may jump without meaning that a year went by, in days. */
    static final int DISORDER = 31;
    private static final int LEAP_CYCLE = 8;

    private long latestDay;
    private long previousDay;
    private int year;
    private int lastMonth;
    private int lastDay;
    private long lastEpochDay;

    /**
     * @param startYear the year of the first stamp
     * @param latestDay no stamp lies after this day (days since the epoch)
     */
    YearWalk(int startYear, long latestDay) {
        this.year = startYear;
        this.previousDay = Long.MIN_VALUE;
        this.latestDay = latestDay;
    }

    /** The log goes on from here: what comes may be as late as it likes. */
    void open() {
        latestDay = Long.MAX_VALUE;
    }

    /** The day a stamp of this month and day lies on, in days since the epoch. */
    long epochDay(int month, int day) {
        if (month == lastMonth && day == lastDay) {
            return lastEpochDay;
        }
        long best = previousDay == Long.MIN_VALUE ? first(month, day) : next(month, day);
        lastMonth = month;
        lastDay = day;
        lastEpochDay = best;
        previousDay = best;
        year = LocalDate.ofEpochDay(best).getYear();
        return best;
    }

    private long first(int month, int day) {
        boolean fits = exists(year, month, day) && day(year, month, day) <= latestDay;
        return fits ? day(year, month, day) : latest(month, day, Math.min(latestDay, day(year, 12, 31)));
    }

    private long next(int month, int day) {
        for (int candidate = year - 1; candidate <= year + LEAP_CYCLE; candidate++) {
            if (exists(candidate, month, day) && day(candidate, month, day) >= previousDay - DISORDER) {
                long found = day(candidate, month, day);
                return found <= latestDay ? found : latest(month, day, latestDay);
            }
        }
        return previousDay;
    }

    /** The last day with this month and day that is not after the given one. */
    static long latest(int month, int day, long notAfter) {
        int from = LocalDate.ofEpochDay(notAfter).getYear();
        for (int candidate = from; candidate > from - LEAP_CYCLE; candidate--) {
            if (exists(candidate, month, day) && day(candidate, month, day) <= notAfter) {
                return day(candidate, month, day);
            }
        }
        return notAfter;
    }

    static boolean exists(int year, int month, int day) {
        return month != 2 || day < 29 || day == 29 && Year.isLeap(year);
    }

    private static long day(int year, int month, int day) {
        int length = LocalDate.of(year, month, 1).lengthOfMonth();
        return LocalDate.of(year, month, Math.min(day, length)).toEpochDay();
    }
}
