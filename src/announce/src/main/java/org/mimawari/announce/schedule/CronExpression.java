package org.mimawari.announce.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Five cron fields in a time zone, as in Vixie's cron: where both fields of days are restricted, either of them
 * suffices. An expression for every hour follows real time, also through an hour that comes twice; one for certain
 * hours means the clock on the wall.
 */
record CronExpression(CronField minute, CronField hour, CronField dayOfMonth, CronField month, CronField dayOfWeek,
        ZoneId zone) {

    /** 29 February may be eight years away, as around 2100. */
    private static final int MOST_DAYS = 366 * 9;
    private static final long ALL_HOURS = (1L << 24) - 1;

    static CronExpression parse(String text, ZoneId zone) {
        String[] fields = text.split("\\s+");
        if (fields.length != 5) {
            throw new IllegalArgumentException("schedule '" + text
                    + "': expected five fields (minute, hour, day of month,"
                    + " month, day of week), found " + fields.length);
        }
        CronExpression expression = new CronExpression(CronField.parse(CronField.Kind.MINUTE, fields[0]),
                CronField.parse(CronField.Kind.HOUR, fields[1]),
                CronField.parse(CronField.Kind.DAY_OF_MONTH, fields[2]),
                CronField.parse(CronField.Kind.MONTH, fields[3]),
                CronField.parse(CronField.Kind.DAY_OF_WEEK, fields[4]),
                zone);
        if (expression.findDay(LocalDate.of(2024, 1, 1)).isEmpty()) {
            throw new IllegalArgumentException("schedule '" + text
                    + "': fields 3 to 5 (the days) name a day that never comes");
        }
        return expression;
    }

    Instant after(Instant moment) {
        return hour.admitted() == ALL_HOURS ? byRealTime(moment) : byWallClock(moment);
    }

    private Instant byRealTime(Instant moment) {
        Instant at = moment.truncatedTo(ChronoUnit.MINUTES).plus(Duration.ofMinutes(1));
        while (true) {
            ZonedDateTime local = at.atZone(zone);
            if (!admits(local.toLocalDate())) {
                at = day(local.toLocalDate().plusDays(1)).atStartOfDay(zone).toInstant();
            } else if (!minute.admits(local.getMinute())) {
                at = at.plus(Duration.ofMinutes(1));
            } else {
                return at;
            }
        }
    }

    private Instant byWallClock(Instant moment) {
        // A day earlier: what the clock's change left out of yesterday may come now.
        LocalDate day = day(moment.atZone(zone).toLocalDate().minusDays(1));
        while (true) {
            Optional<Instant> found = on(day, moment);
            if (found.isPresent()) {
                return found.get();
            }
            day = day(day.plusDays(1));
        }
    }

    private Optional<Instant> on(LocalDate day, Instant moment) {
        for (int h = 0; h < 24; h++) {
            for (int m = 0; m < 60 && hour.admits(h); m++) {
                if (minute.admits(m) && instant(day.atTime(h, m)).isAfter(moment)) {
                    return Optional.of(instant(day.atTime(h, m)));
                }
            }
        }
        return Optional.empty();
    }

    /** In a gap the moment the clock jumps, in an overlap the first of the two. */
    private Instant instant(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        return offsets.isEmpty() ? zone.getRules().getTransition(local).getInstant() : local.toInstant(offsets.get(0));
    }

    private LocalDate day(LocalDate from) {
        return findDay(from).orElseThrow(() -> new IllegalStateException("checked when it was read"));
    }

    private Optional<LocalDate> findDay(LocalDate from) {
        for (int i = 0; i < MOST_DAYS; i++) {
            LocalDate day = from.plusDays(i);
            if (admits(day)) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private boolean admits(LocalDate day) {
        boolean byMonth = dayOfMonth.admits(day.getDayOfMonth());
        boolean byWeek = dayOfWeek.admits(day.getDayOfWeek().getValue() % 7);
        boolean either = !dayOfMonth.isEvery() && !dayOfWeek.isEvery();
        return month.admits(day.getMonthValue()) && (either ? byMonth || byWeek : byMonth && byWeek);
    }
}
