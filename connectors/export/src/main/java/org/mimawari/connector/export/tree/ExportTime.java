package org.mimawari.connector.export.tree;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.mimawari.connector.export.Timestamps;

/**
 * Reads times as PowerShell and portals write them in UTC: {@code /Date(1714539480000)/} of {@code ConvertTo-Json}, the
 * East Asian {@code 2024/05/01 4:58:00}, the American {@code 5/1/2024, 4:58:00.123 AM} of Log Analytics, and what
 * {@link Timestamps} reads. Never throws.
 */
public final class ExportTime {

    private static final DateTimeFormatter SLASHED = DateTimeFormatter.ofPattern("uuuu/M/d H:mm[:ss]");
    private static final int MOST_DIGITS = 14;

    private ExportTime() {}

    public static Optional<Instant> find(String text) {
        String bare = text.strip();
        int open = bare.indexOf("Date(");
        if (open >= 0 && open <= 2) {
            return millis(bare.substring(open + 5));
        }
        boolean slashed = bare.length() >= 13 && bare.charAt(4) == '/' && bare.indexOf('/') == 4;
        if (slashed) {
            return slashed(bare);
        }
        boolean american = bare.indexOf('/') > 0 && bare.indexOf('/') < 3;
        return Timestamps.find(american ? withoutFraction(bare) : bare);
    }

    private static String withoutFraction(String text) {
        int dot = text.indexOf('.', text.indexOf(':') + 1);
        int end = dot + 1;
        while (dot > 0 && end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        String whole = dot > 0 && end > dot + 1 ? text.substring(0, dot) + text.substring(end) : text;
        boolean halves = whole.endsWith("M") || whole.endsWith("m");
        return halves ? whole : whole.replace(", ", " ");
    }

    private static Optional<Instant> millis(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        boolean number = end > 0 && end <= MOST_DIGITS;
        return number ? Timestamps.find(Instant.ofEpochMilli(Long.parseLong(text.substring(0, end))).toString())
                : Optional.empty();
    }

    private static Optional<Instant> slashed(String text) {
        try {
            return Timestamps.find(LocalDateTime.parse(text.replace(" UTC", ""), SLASHED).toInstant(ZoneOffset.UTC).toString());
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }
}
