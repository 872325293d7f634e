package org.mimawari.connector.google.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What came back for one request.
 *
 * @param type the media type
 * @param retryAfter the header of that name
 * @param date the service's own clock
 */
record Answer(int status, String type, String retryAfter, String date, byte[] body) {

    private static final int LONGEST_DIGITS = 6;

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** A proxy or a login page may answer 200 with a web page. */
    boolean isJson() {
        return type.toLowerCase(Locale.ROOT).contains("json");
    }

    /** RFC 9110, section 10.2.3: how many seconds to stay away; Google names no dates. */
    Optional<Integer> seconds() {
        String text = retryAfter.strip();
        boolean number = !text.isEmpty() && text.length() <= LONGEST_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    Optional<Instant> time() {
        return time(date);
    }

    static Optional<Instant> time(String date) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date.strip())));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
