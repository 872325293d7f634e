package org.mimawari.connector.export;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the time stamps of exports. Never throws; a text that is no time is empty. */
public final class Timestamps {

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final List<DateTimeFormatter> US = List.of(
            formatter("M/d/uuuu h:mm[:ss] a"), formatter("M/d/uuuu H:mm[:ss]"), formatter("M/d/uuuu, h:mm[:ss] a"),
            formatter("MMM d, uuuu h:mm[:ss] a"));

    private Timestamps() {}

    /**
     * ISO 8601 with or without zone (UTC is then assumed), with space or {@code T}, and US dates such as
     * {@code 3/14/2026 1:05:00 PM} or {@code Mar 14, 2026 1:05:00 PM} in UTC, as Microsoft's exports write
     * them. Clamped to 1990–2100.
     */
    public static Optional<Instant> find(String text) {
        long plain = plain(text);
        if (plain >= 0) {
            return Optional.of(Instant.ofEpochSecond(plain));
        }
        String bare = text.strip();
        if (bare.length() < 8 || bare.length() > 40) {
            return Optional.empty();
        }
        return (bare.charAt(4) == '-' ? iso(bare) : american(bare))
                .filter(when -> !when.isBefore(EARLIEST) && when.isBefore(LATEST));
    }

    /** Seconds since the epoch of {@code 2026-03-14T13:05:00} or the same with {@code Z}; −1 for any other writing. */
    private static long plain(String text) {
        int length = text.length();
        boolean shaped = (length == 19 || length == 20 && text.charAt(19) == 'Z') && text.charAt(4) == '-'
                && text.charAt(7) == '-' && text.charAt(10) == 'T' && text.charAt(13) == ':' && text.charAt(16) == ':';
        if (!shaped) {
            return -1;
        }
        int year = digits(text, 0) * 100 + digits(text, 2);
        int month = digits(text, 5);
        int day = digits(text, 8);
        int hour = digits(text, 11);
        int minute = digits(text, 14);
        int second = digits(text, 17);
        boolean usual = year >= 1990 && year < 2100 && month >= 1 && month <= 12 && day >= 1 && day <= days(month)
                && hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return usual ? (daysBefore(year, month) + day - 1) * 86_400L + hour * 3600L + minute * 60L + second : -1;
    }

    /** How many days a month has, at least: the slow way knows leap years. */
    private static int days(int month) {
        return month == 2 ? 28 : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /** Two digits as a number, far below zero where they are none. */
    private static int digits(String text, int at) {
        int tens = text.charAt(at) - '0';
        int ones = text.charAt(at + 1) - '0';
        return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -100_000;
    }

    /** Days from the epoch to the first of a month between 1990 and 2100. */
    private static long daysBefore(int year, int month) {
        int shifted = month > 2 ? month : month + 12;
        int counted = month > 2 ? year : year - 1;
        return 365L * counted + counted / 4 - counted / 100 + counted / 400 + (153L * (shifted - 3) + 2) / 5 - 719_468;
    }

    private static Optional<Instant> iso(String text) {
        if (text.length() <= 10) {
            return parse(text + "T00:00:00Z");
        }
        String joined = text.charAt(10) == ' ' ? text.substring(0, 10) + "T" + text.substring(11) : text;
        joined = joined.replace(" UTC", "Z").replace(" ", "");
        boolean zoned = joined.endsWith("Z") || joined.endsWith("z") || joined.indexOf('+', 11) > 0
                || joined.indexOf('-', 11) > 0;
        return parse(zoned ? joined : joined + "Z");
    }

    private static Optional<Instant> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text, OFFSET).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static final DateTimeFormatter OFFSET = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE).appendLiteral('T').appendPattern("HH:mm[:ss]")
            .optionalStart().appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 0, 9, true).optionalEnd()
            .appendPattern("[XXX][XX][X]").toFormatter(Locale.ROOT);

    private static Optional<Instant> american(String text) {
        String plain = text.replace('\u202F', ' ').toUpperCase(Locale.ROOT).replace(" UTC", "");
        for (DateTimeFormatter format : US) {
            try {
                return Optional.of(LocalDateTime.parse(plain, format).toInstant(ZoneOffset.UTC));
            } catch (DateTimeException tryNext) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(Locale.US);
    }
}
