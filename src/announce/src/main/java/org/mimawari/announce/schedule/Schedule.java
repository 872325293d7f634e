package org.mimawari.announce.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * When rounds happen: after a fixed span such as {@code 5m}, or by a cron expression in a time zone. A time that a
 * change of the clock leaves out runs once, at the next moment there is; one that comes twice runs the first time only.
 */
public final class Schedule {

    /** The largest share of the time until the following round by which a round may come later. */
    public static final double MOST_JITTER = 0.5;
    private static final Map<String, String> NICKNAMES = Map.of("@yearly", "0 0 1 1 *", "@annually", "0 0 1 1 *",
            "@monthly", "0 0 1 * *", "@weekly", "0 0 * * 0", "@daily", "0 0 * * *", "@midnight", "0 0 * * *",
            "@hourly", "0 * * * *");
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final int LONGEST_TEXT = 200;

    private final String text;
    private final Next next;

    private interface Next {
        Instant after(Instant moment);
    }

    private Schedule(String text, Next next) {
        this.text = text;
        this.next = next;
    }

    /**
     * @param zone where a cron expression is read
     * @throws IllegalArgumentException naming the field that is wrong, and why
     */
    public static Schedule parse(String text, ZoneId zone) {
        String bare = text.strip();
        if (bare.isEmpty() || bare.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("a schedule is a span such as 5m, or five cron fields");
        }
        if (bare.startsWith("@")) {
            String fields = NICKNAMES.get(bare);
            if (fields == null) {
                throw new IllegalArgumentException("schedule '" + bare + "': known here are "
                        + String.join(", ", NICKNAMES.keySet().stream().sorted().toList()));
            }
            return new Schedule(bare, CronExpression.parse(fields, zone)::after);
        }
        if (bare.chars().anyMatch(Character::isWhitespace)) {
            return new Schedule(bare, CronExpression.parse(bare, zone)::after);
        }
        Duration span = span(bare);
        return new Schedule(bare, moment -> moment.plus(span));
    }

    /** The first round that is later than this moment. */
    public Instant next(Instant after) {
        return next.after(after);
    }

    /**
     * The same, later by a random part of the time until the round that follows it; so many hosts do not all begin in
     * the same second, and no round is overtaken by the next.
     *
     * @param fraction the largest part, 0 to {@value #MOST_JITTER}
     */
    public Instant next(Instant after, double fraction, RandomGenerator random) {
        if (!(fraction >= 0 && fraction <= MOST_JITTER)) {
            throw new IllegalArgumentException("jitter is a share from 0 to " + MOST_JITTER + ", not " + fraction);
        }
        Instant planned = next(after);
        long millis = Duration.between(planned, next(planned)).toMillis();
        return planned.plusMillis((long) (millis * fraction * random.nextDouble()));
    }

    /** As it was written. */
    @Override
    public String toString() {
        return text;
    }

    private static Duration span(String text) {
        String number = text.substring(0, text.length() - 1);
        if (number.isEmpty() || number.length() > 6 || !number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw notUnderstood(text);
        }
        long count = Long.parseLong(number);
        Duration span = switch (text.charAt(text.length() - 1)) {
            case 's' -> Duration.ofSeconds(count);
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            case 'd' -> Duration.ofDays(count);
            default -> throw notUnderstood(text);
        };
        if (span.compareTo(SHORTEST) < 0 || span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("schedule '" + text + "': a span is 10s to 366d");
        }
        return span;
    }

    private static IllegalArgumentException notUnderstood(String text) {
        return new IllegalArgumentException("schedule '" + text
                + "': expected a span such as 1m, 5m or 1h, five cron fields"
                + " such as '0 6 * * 1-5', or a word such as @hourly");
    }
}
