package org.mimawari.connector.microsoft365.graph;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/**
 * What came back for one request.
 *
 * @param type the media type, in lower case
 * @param retryAfter the header of that name
 * @param requestId the vendor's id of the request
 * @param date the service's own clock
 */
record Answer(int status, String type, Optional<String> retryAfter, String requestId, Optional<String> date, byte[] body) {

    private static final int LONGEST_DIGITS = 6;

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    /** RFC 9110, section 10.2.3: seconds, or a date, which is reckoned from the service's own clock. */
    Optional<Duration> pause(Instant now) {
        return retryAfter.map(String::strip).flatMap(text -> isNumber(text) ? Optional.of(Duration.ofSeconds(Integer.parseInt(text)))
                : time(text).map(until -> Duration.between(date.flatMap(Answer::time).orElse(now), until)))
                .map(pause -> pause.isNegative() ? Duration.ZERO : pause);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.strip())));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }

    /** A proxy or a login page may answer 200 with a web page. */
    boolean isJson() {
        return type.toLowerCase(Locale.ROOT).contains("json");
    }
}
