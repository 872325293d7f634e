package org.mimawari.connector.export.google;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.export.Timestamps;

/**
 * Reads the dates of the admin console, which follow the administrator's language; one without a zone is taken in the
 * operator's.
 */
final class ConsoleTimes {

    private static final Map<String, String> ZONES = zones();
    private static final List<DateTimeFormatter> BARE = List.of(formatter("MMM d, uuuu, h:mm[:ss] a", Locale.US),
            formatter("MMM d, uuuu h:mm[:ss] a", Locale.US), formatter("uuuu/M/d H:mm[:ss]", Locale.JAPAN),
            formatter("uuuu'年'M'月'd'日' H:mm[:ss]", Locale.JAPAN),
            formatter("uuuu'年'M'月'd'日' H'時'm'分'[s'秒']", Locale.JAPAN),
            formatter("d MMM uuuu, HH:mm[:ss]", Locale.UK), formatter("uuuu-MM-dd HH:mm[:ss]", Locale.US),
            formatter("uuuu-MM-dd'T'HH:mm[:ss][.SSS]", Locale.US), formatter("M/d/uuuu H:mm[:ss]", Locale.US),
            formatter("M/d/uuuu, h:mm[:ss] a", Locale.US), formatter("M/d/uuuu h:mm[:ss] a", Locale.US));
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final int LONGEST = 60;

    private final ZoneId zone;

    ConsoleTimes(ZoneId zone) {
        this.zone = zone;
    }

    Optional<Instant> find(String raw) {
        String text = raw.strip().replace('\u202F', ' ').replace('\u00A0', ' ');
        if (text.length() < 8 || text.length() > LONGEST) {
            return Optional.empty();
        }
        return bare(text, zone).or(() -> zoned(text)).or(() -> Timestamps.find(text))
                .filter(when -> !when.isBefore(Instant.EPOCH) && when.isBefore(LATEST));
    }

    private static Optional<Instant> bare(String text, ZoneId zone) {
        for (DateTimeFormatter format : BARE) {
            try {
                return Optional.of(LocalDateTime.parse(text, format).atZone(zone).toInstant());
            } catch (DateTimeException tryNext) {
                continue;
            }
        }
        return Optional.empty();
    }

    /** {@code … JST}, {@code … GMT+9}, {@code … Asia/Tokyo}. */
    private static Optional<Instant> zoned(String text) {
        int blank = text.lastIndexOf(' ');
        try {
            return bare(text.substring(0, Math.max(0, blank)), ZoneId.of(text.substring(blank + 1), ZONES));
        } catch (DateTimeException noZone) {
            return Optional.empty();
        }
    }

    /** Short names as people in business use them: Java's own list has Dhaka under {@code BST} and no summer times. */
    private static Map<String, String> zones() {
        Map<String, String> zones = new HashMap<>(ZoneId.SHORT_IDS);
        zones.putAll(Map.of("BST", "+01:00", "CET", "+01:00", "CEST", "+02:00", "PDT", "-07:00", "MDT", "-06:00",
                "CDT", "-05:00", "EDT", "-04:00", "IST", "+05:30"));
        return zones;
    }

    private static DateTimeFormatter formatter(String pattern, Locale locale) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern).toFormatter(locale);
    }
}
