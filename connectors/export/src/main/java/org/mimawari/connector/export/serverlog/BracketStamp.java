package org.mimawari.connector.export.serverlog;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;

/** The stamp of Roundcube's own files: {@code [20-Nov-2026 04:00:00 +0900]: }, with or without parts of a second. */
final class BracketStamp {

    private static final int SHORTEST = 28;
    private static final int LONGEST = 40;
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder().parseCaseInsensitive()
            .appendPattern("dd-MMM-uuuu HH:mm:ss[.SSSSSS][.SSS] xx").toFormatter(Locale.ENGLISH);

    private BracketStamp() {}

    static boolean isAt(LogLine line, int start) {
        return line.at(start + 3) == '-' && line.at(start + 7) == '-' && behind(line, start) > 0
                && millis(line, start) != LogLine.NO_TIME;
    }

    /** Where the text begins; −1 where no such stamp ends here. */
    static int behind(LogLine line, int start) {
        int close = line.find("]: ", start, Math.min(line.to, start + LONGEST));
        return close < start + SHORTEST - 1 ? -1 : close + 3;
    }

    static long millis(LogLine line, int start) {
        try {
            return OffsetDateTime.parse(line.textUntil(start + 1, "]"), FORMAT).toInstant().toEpochMilli();
        } catch (DateTimeException noStamp) {
            return LogLine.NO_TIME;
        }
    }
}
