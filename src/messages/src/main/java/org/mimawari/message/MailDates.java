package org.mimawari.message;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads dates of mail headers (RFC 5322 §3.3, RFC 822, asctime and what else is met). Empty where the text is no date or
 * lies outside 1990–2100.
 */
public final class MailDates {

    private static final int LONGEST = 120;
    private static final int EARLIEST = 1990;
    private static final int LATEST = 2099;
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct", "nov", "dec");
    private static final Map<String, Integer> ZONES = Map.ofEntries(Map.entry("jst", 540), Map.entry("est", -300),
            Map.entry("edt", -240), Map.entry("cst", -360), Map.entry("cdt", -300), Map.entry("mst", -420),
            Map.entry("mdt", -360), Map.entry("pst", -480), Map.entry("pdt", -420), Map.entry("cet", 60),
            Map.entry("cest", 120), Map.entry("msk", 180), Map.entry("kst", 540), Map.entry("bst", 60));

    private int day = -1;
    private int month = -1;
    private int year = -1;
    private int seconds = -1;
    private int zoneMinutes;

    private MailDates() {}

    public static Optional<Instant> find(String text) {
        MailDates date = new MailDates();
        String bare = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        for (String token : withoutComments(bare).split("[ ,\t\r\n]+")) {
            date.token(token.toLowerCase(Locale.ROOT));
        }
        return date.instant();
    }

    /** The date of a Received header: what stands behind its last semicolon. */
    public static Optional<Instant> ofReceived(String received) {
        int semicolon = received.lastIndexOf(';');
        return find(semicolon < 0 ? received.substring(Math.max(0, received.length() - 40))
                : received.substring(semicolon + 1));
    }

    private static String withoutComments(String text) {
        StringBuilder out = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '(' ? 1 : 0;
            out.append(depth == 0 ? c : ' ');
            depth -= c == ')' && depth > 0 ? 1 : 0;
        }
        return out.toString();
    }

    private void token(String token) {
        if (token.indexOf(':') > 0) {
            time(token);
        } else if (month < 0 && token.length() >= 3 && MONTHS.contains(token.substring(0, 3))) {
            month = MONTHS.indexOf(token.substring(0, 3)) + 1;
        } else if (seconds >= 0 && (token.startsWith("+") || token.startsWith("-"))) {
            zone(token);
        } else if (ZONES.containsKey(token)) {
            zoneMinutes = ZONES.getOrDefault(token, 0);
        } else if (token.indexOf('-') > 0) {
            for (String piece : token.split("-")) {
                token(piece);
            }
        } else {
            number(token);
        }
    }

    private void number(String token) {
        int value = digits(token);
        if (value < 0) {
            return;
        }
        if (day < 0 && token.length() <= 2) {
            day = value;
        } else if (year < 0) {
            year = token.length() == 2 ? value + (value < 50 ? 2000 : 1900) : token.length() == 3 ? value + 1900 : value;
        }
    }

    private void time(String token) {
        String[] parts = token.split(":");
        int hour = digits(parts[0]);
        int minute = parts.length > 1 ? digits(parts[1]) : -1;
        int second = parts.length > 2 ? digits(parts[2].split("[.+]")[0]) : 0;
        boolean fits = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
        if (fits && seconds < 0) {
            seconds = hour * 3600 + minute * 60 + Math.min(59, second);
        }
    }

    private void zone(String token) {
        int value = digits(token.substring(1));
        int minutes = value / 100 * 60 + value % 100;
        if (token.length() == 5 && minutes <= 18 * 60) {
            zoneMinutes = token.startsWith("-") ? -minutes : minutes;
        }
    }

    private Optional<Instant> instant() {
        if (day < 1 || month < 1 || seconds < 0 || year < EARLIEST || year > LATEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(year, month, day, 0, 0).plusSeconds(seconds)
                    .toInstant(ZoneOffset.ofTotalSeconds(zoneMinutes * 60)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static int digits(String text) {
        if (text.isEmpty() || text.length() > 6) {
            return -1;
        }
        int value = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
