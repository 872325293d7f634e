package org.mimawari.report.wording;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.mimawari.evidence.TimeRange;

/** Writes numbers, shares, times, spans and lists the way readers of a language expect them, in one zone. */
public final class Phrasing {

    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-30T00:00:00Z");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final int SHOWN_IN_LIST = 5;

    private final Wording wording;
    private final ZoneId zone;
    private final DateTimeFormatter day;

    public Phrasing(Language language, ZoneId zone) {
        this.wording = Wording.in(language);
        this.zone = zone;
        this.day = DateTimeFormatter.ofPattern(wording.phrase("format.day"), language.locale());
    }

    public Wording wording() {
        return wording;
    }

    public Language language() {
        return wording.language();
    }

    /** A count with its thousands grouped: {@code 120,000}. */
    public static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A score or points: one decimal, none where it is whole; never rounded up, so that it agrees with its level. */
    public static String score(double value) {
        double tenths = tenths(value);
        return tenths == Math.rint(tenths) ? String.format(Locale.ROOT, "%.0f", tenths)
                : String.format(Locale.ROOT, "%.1f", tenths);
    }

    /** A score cut, not rounded, to a tenth; what arithmetic left a hair below a tenth is that tenth. */
    public static double tenths(double value) {
        return Math.floor(value * 10 + 1e-9) / 10;
    }

    /** A factor: {@code ×0.45}. */
    public static String factor(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return "×" + (text.endsWith("0") ? text.substring(0, text.length() - 1) : text);
    }

    /** A share from 0 to 1 as a percentage; small ones keep a decimal. */
    public static String share(double value) {
        double percent = value * 100;
        if (!Double.isFinite(percent)) {
            return "?";
        }
        boolean isSmall = percent != 0 && Math.abs(percent) < 1;
        return String.format(Locale.ROOT, isSmall ? "%.1f%%" : "%.0f%%", percent);
    }

    /** A moment to the minute, in the reader's zone. */
    public String moment(Instant time) {
        ZonedDateTime local = local(time);
        return day.format(local) + " " + CLOCK.format(local);
    }

    /** A moment to the minute for tables, where all stand below each other. */
    public String shortStamp(Instant time) {
        return SHORT.format(local(time));
    }

    /** A moment to the second for tables, in the reader's zone. */
    public String stamp(Instant time) {
        return STAMP.format(local(time));
    }

    /** The same for readers of logs: UTC. */
    public static String utcStamp(Instant time) {
        return STAMP.format(clamped(time).atZone(ZoneOffset.UTC));
    }

    /** The time of day in the reader's zone. */
    public String clock(Instant time) {
        return CLOCK.format(local(time));
    }

    /** From and to, with the day once where it is the same. */
    public String range(TimeRange range) {
        if (range.from().isEmpty() || range.to().isEmpty()) {
            return wording.phrase("time.unknown");
        }
        String from = moment(range.from().get());
        String to = moment(range.to().get());
        if (from.equals(to)) {
            return from;
        }
        boolean sameDay = local(range.from().get()).toLocalDate().equals(local(range.to().get()).toLocalDate());
        return sameDay ? wording.phrase("time.range", from, clock(range.to().get()))
                : wording.phrase("time.range.days", from, to);
    }

    /** A length of time in its two largest units: {@code 20 min}, {@code 3 h 5 min}. */
    public String span(Duration span) {
        long seconds = Math.abs(span.getSeconds());
        if (seconds < 60) {
            return wording.phrase("span.seconds", number(seconds));
        }
        if (seconds < 3_600) {
            return units(seconds / 60, "span.minutes", seconds % 60, "span.seconds");
        }
        if (seconds < 86_400) {
            return units(seconds / 3_600, "span.hours", seconds % 3_600 / 60, "span.minutes");
        }
        return units(seconds / 86_400, "span.days", seconds % 86_400 / 3_600, "span.hours");
    }

    /** The first few, and how many there are beyond them. */
    public String list(List<String> items) {
        String separator = wording.phrase("list.separator");
        if (items.size() <= SHOWN_IN_LIST) {
            return String.join(separator, items);
        }
        String first = String.join(separator, items.subList(0, SHOWN_IN_LIST));
        return wording.phrase("list.more", first, number(items.size() - SHOWN_IN_LIST));
    }

    /** The zone with its offset at that moment: {@code Asia/Tokyo (UTC+09:00)}. */
    public String zone(Instant at) {
        String offset = zone.getRules().getOffset(clamped(at)).getId();
        String name = zone.getId();
        return offset.equals("Z") || name.equals(offset) ? name : name + " (UTC" + offset + ")";
    }

    public ZoneId zone() {
        return zone;
    }

    public ZonedDateTime local(Instant time) {
        return clamped(time).atZone(zone);
    }

    /** Times from a mail system may lie beyond what a calendar can write. */
    public static Instant clamped(Instant time) {
        return time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
    }

    private String units(long large, String largeKey, long small, String smallKey) {
        String first = wording.counted(largeKey, large, number(large));
        return small == 0 ? first
                : wording.phrase("span.two", first, wording.counted(smallKey, small, number(small)));
    }
}
