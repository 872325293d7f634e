package org.mimawari.connector.export.serverlog;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Reads the time stamps of mail logs: syslog's {@code Nov 22 03:39:51} (RFC 3164), ISO 8601 with {@code T} or a space
 * and with or without zone (RFC 5424, Exim, Dovecot), and TAI64N. Stamps without a zone are taken in the given one;
 * stamps without a year get theirs from a {@link YearWalk}.
 */
final class StampReader {

    /** How a stamp was written, which tells what follows it. */
    enum Kind { NONE, SYSLOG, ISO, SPACED, TAI }

    private static final String MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
    private static final int DAY = 86_400;
    private static final long TAI_EPOCH = 1L << 62;
    private static final int TAI_AHEAD = 10;

    private final ZoneId zone;
    private YearWalk years;
    private Kind kind = Kind.NONE;
    private int end;
    private int at;
    private long millis;
    private boolean zoned;
    private long cachedQuarter = Long.MIN_VALUE;
    private int cachedOffset;
    private long cachedDay;
    private int cachedDate = -1;

    StampReader(ZoneId zone, YearWalk years) {
        this.zone = zone;
        this.years = years;
    }

    void years(YearWalk walk) {
        this.years = walk;
    }

    /** Looks for a stamp at a position; its end, time and kind are then known. */
    boolean read(LogLine line, int start) {
        at = start;
        zoned = false;
        kind = kindAt(line, start);
        boolean found = switch (kind) {
            case SYSLOG -> syslog(line, start);
            case ISO, SPACED -> iso(line, start);
            case TAI -> tai(line, start);
            case NONE -> false;
        };
        kind = found ? kind : Kind.NONE;
        return found;
    }

    Kind kind() {
        return kind;
    }

    /** The position behind the stamp. */
    int end() {
        return end;
    }

    long millis() {
        return millis;
    }

    /** True where the stamp itself told the zone. */
    boolean isZoned() {
        return zoned;
    }

    /** The number of the month whose English short name stands at a position; 0 where there is none. */
    static int month(LogLine line, int at) {
        if (line.at(at + 3) != ' ' || line.at(at + 1) < 'a' || line.at(at + 2) < 'a') {
            return 0;
        }
        for (int i = 0; i < MONTHS.length(); i += 3) {
            if (line.at(at) == MONTHS.charAt(i) && line.at(at + 1) == MONTHS.charAt(i + 1)
                    && line.at(at + 2) == MONTHS.charAt(i + 2)) {
                return i / 3 + 1;
            }
        }
        return 0;
    }

    /** The day of the month in a syslog stamp that begins at a position; −1 where there is none. */
    static int day(LogLine line, int at) {
        int tens = line.at(at + 4) == ' ' ? 0 : digit(line, at + 4);
        int ones = digit(line, at + 5);
        if (ones < 0 && tens > 0 && line.at(at + 5) == ' ') {
            return tens;
        }
        int day = tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
        return day >= 1 && day <= 31 ? day : -1;
    }

    private static Kind kindAt(LogLine line, int start) {
        int first = line.at(start);
        if (first >= 'A' && first <= 'Z') {
            return month(line, start) > 0 ? Kind.SYSLOG : Kind.NONE;
        }
        if (first == '@' && line.to - start > 25) {
            return Kind.TAI;
        }
        if (digit(line, start) < 0 || line.at(start + 4) != '-' || line.at(start + 7) != '-') {
            return Kind.NONE;
        }
        int middle = line.at(start + 10);
        return middle == 'T' ? Kind.ISO : middle == ' ' ? Kind.SPACED : Kind.NONE;
    }

    private boolean syslog(LogLine line, int start) {
        int month = month(line, start);
        int day = day(line, start);
        boolean shortDay = day > 0 && day < 10 && line.at(start + 4) != ' ' && line.at(start + 5) == ' ';
        at = start + (shortDay ? 6 : 7);
        int givenYear = year(line);
        int seconds = day < 0 ? -1 : clock(line);
        if (seconds < 0) {
            return false;
        }
        boolean isDay = givenYear > 0 && day <= LocalDate.of(givenYear, month, 1).lengthOfMonth();
        long epochDay = isDay ? epochDay(givenYear, month, day) : years.epochDay(month, day);
        millis = local(epochDay, seconds);
        fraction(line);
        end = at;
        return true;
    }

    /** {@code Nov 22 2026 03:39:51}, as some relays write it. */
    private int year(LogLine line) {
        if (line.at(at) == '2' && line.at(at + 4) == ' ' && line.at(at + 7) == ':') {
            int year = (int) line.number(at);
            at += 5;
            return year;
        }
        return 0;
    }

    private boolean iso(LogLine line, int start) {
        int year = two(line, start) * 100 + two(line, start + 2);
        int month = two(line, start + 5);
        int day = two(line, start + 8);
        at = start + 11;
        int seconds = clock(line);
        boolean bad = year < 1990 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31 || seconds < 0
                || day > 28 && day > LocalDate.of(year, month, 1).lengthOfMonth();
        if (bad) {
            return false;
        }
        long epochDay = epochDay(year, month, day);
        millis = 0;
        fraction(line);
        long extra = millis;
        int offset = zone(line);
        millis = extra + (zoned ? (epochDay * DAY + seconds - offset) * 1000L : local(epochDay, seconds));
        end = at;
        return true;
    }

    private long epochDay(int year, int month, int day) {
        int date = (year * 16 + month) * 32 + day;
        if (date != cachedDate) {
            cachedDay = LocalDate.of(year, month, day).toEpochDay();
            cachedDate = date;
        }
        return cachedDay;
    }

    /** {@code hh:mm:ss}, in seconds of the day; −1 where there is none. Moves behind it. */
    private int clock(LogLine line) {
        int hour = two(line, at);
        int minute = two(line, at + 3);
        int second = two(line, at + 6);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60 || line.at(at + 2) != ':'
                || line.at(at + 5) != ':') {
            return -1;
        }
        at += 8;
        return hour * 3600 + minute * 60 + second;
    }

    private void fraction(LogLine line) {
        if (line.at(at) != '.' && line.at(at) != ',' || digit(line, at + 1) < 0) {
            return;
        }
        at++;
        int scale = 100;
        while (digit(line, at) >= 0) {
            millis += (long) digit(line, at) * scale;
            scale /= 10;
            at++;
        }
    }

    /** An offset from UTC in seconds, where one follows. Moves behind it. */
    private int zone(LogLine line) {
        int sign = at;
        boolean spaced = line.at(sign) == ' ' && (line.at(sign + 1) == '+' || line.at(sign + 1) == '-');
        if (spaced && two(line, sign + 2) >= 0) {
            sign++;
        }
        if (line.at(sign) == 'Z') {
            zoned = true;
            at = sign + 1;
            return 0;
        }
        boolean signed = line.at(sign) == '+' || line.at(sign) == '-';
        int hours = signed ? two(line, sign + 1) : -1;
        if (hours < 0) {
            return 0;
        }
        int colon = line.at(sign + 3) == ':' ? 1 : 0;
        int minutes = Math.max(0, two(line, sign + 3 + colon));
        zoned = true;
        at = sign + 5 + colon;
        return (line.at(sign) == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
    }

    private boolean tai(LogLine line, int start) {
        long seconds = 0;
        for (int i = start + 1; i <= start + 16; i++) {
            int digit = Character.digit(line.at(i), 16);
            if (digit < 0) {
                return false;
            }
            seconds = seconds * 16 + digit;
        }
        long unix = seconds - TAI_EPOCH - TAI_AHEAD;
        if (unix < 0 || unix > 1L << 33) {
            return false;
        }
        millis = unix * 1000;
        zoned = true;
        end = line.stop(start, " \t");
        return true;
    }

    /** The zone's offset changes at most at quarters of an hour, so one is enough for all stamps within it. */
    private long local(long epochDay, int secondOfDay) {
        long seconds = epochDay * DAY + secondOfDay;
        long quarter = Math.floorDiv(seconds, 900L);
        if (quarter != cachedQuarter) {
            LocalDateTime start = LocalDateTime.ofEpochSecond(quarter * 900, 0, ZoneOffset.UTC);
            Instant instant = start.atZone(zone).toInstant();
            cachedOffset = (int) (quarter * 900 - instant.getEpochSecond());
            cachedQuarter = quarter;
        }
        return (seconds - cachedOffset) * 1000L;
    }

    private static int two(LogLine line, int position) {
        int tens = digit(line, position);
        int ones = digit(line, position + 1);
        return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
    }

    private static int digit(LogLine line, int position) {
        int c = line.at(position);
        return c >= '0' && c <= '9' ? c - '0' : -1;
    }
}
