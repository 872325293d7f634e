package org.mimawari.connector.export.google;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimawari.connector.export.Timestamps;

/** Reads the dates of the admin console, which follow the administrator's language; one without a zone is in the given. */
final class ConsoleTimes {

    private static final List<DateTimeFormatter> ZONED = List.of(formatter("MMM d, uuuu, h:mm[:ss] a zzz", Locale.US),
            formatter("MMM d, uuuu h:mm[:ss] a zzz", Locale.US), formatter("uuuu/M/d H:mm[:ss] zzz", Locale.JAPAN),
            formatter("d MMM uuuu, HH:mm[:ss] zzz", Locale.UK), formatter("uuuu-MM-dd HH:mm[:ss] zzz", Locale.US));
    private static final List<DateTimeFormatter> BARE = List.of(formatter("MMM d, uuuu, h:mm[:ss] a", Locale.US),
            formatter("MMM d, uuuu h:mm[:ss] a", Locale.US), formatter("uuuu/M/d H:mm[:ss]", Locale.JAPAN),
            formatter("uuuu'年'M'月'd'日' H:mm[:ss]", Locale.JAPAN), formatter("uuuu'年'M'月'd'日' H'時'm'分'[s'秒']", Locale.JAPAN),
            formatter("d MMM uuuu, HH:mm[:ss]", Locale.UK), formatter("uuuu-MM-dd HH:mm[:ss]", Locale.US),
            formatter("uuuu-MM-dd'T'HH:mm[:ss][.SSS]", Locale.US), formatter("M/d/uuuu H:mm[:ss]", Locale.US),
            formatter("M/d/uuuu, h:mm[:ss] a", Locale.US), formatter("M/d/uuuu h:mm[:ss] a", Locale.US));
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
        return bare(text).or(() -> zoned(text)).or(() -> Timestamps.find(text))
                .filter(when -> !when.isBefore(Instant.EPOCH) && when.isBefore(Instant.parse("2100-01-01T00:00:00Z")));
    }

    private Optional<Instant> bare(String text) {
        for (DateTimeFormatter format : BARE) {
            try {
                return Optional.of(LocalDateTime.parse(text, format).atZone(zone).toInstant());
            } catch (DateTimeException tryNext) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> zoned(String text) {
        String named = text.endsWith(" JST") ? text.substring(0, text.length() - 3) + "Asia/Tokyo" : text;
        for (DateTimeFormatter format : ZONED) {
            try {
                return Optional.of(ZonedDateTime.parse(named, format).toInstant());
            } catch (DateTimeException tryNext) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static DateTimeFormatter formatter(String pattern, Locale locale) {
        return new DateTimeFormatterBuilder().parseCaseInsensitive()
                .appendPattern(pattern.replace("zzz", "[VV][z][O]")).toFormatter(locale);
    }
}
