package org.mimawari.indicator.sent;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.indicator.habit.JapaneseHolidays;

/**
 * In which hours of the week a mailbox usually sends, in its own zone, learnt from five weeks. Each hour of each day
 * counts once, however much was sent in it. Japanese national holidays count like Sundays. A person's weekdays learn
 * from each other; a machine knows no weekdays. Not safe for several threads.
 */
final class Rhythm {

    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int HOURS = 24;
    private static final int DAYS = 7;
    private static final int WEEKDAYS = 5;
    private static final Duration REMEMBERED = Duration.ofDays(35);
    private static final double HARDLY_EVER = 0.003;
    /** With fewer hours known, only the night and Sundays are judged. */
    private static final int ENOUGH = 40;
    private static final int MORNING = 6;
    private static final int NIGHT = 22;

    private final ZoneId zone;
    private final boolean machine;
    private final JapaneseHolidays holidays = new JapaneseHolidays();
    private final int[] seen = new int[DAYS * HOURS];
    private final Deque<Slot> hours = new ArrayDeque<>();
    private int all;
    private Instant latest = Instant.MIN;

    /** One hour of one day in which something was sent. */
    private record Slot(Instant hour, int day, int hourOfDay) {}

    Rhythm(ZoneId zone, MailboxKind kind) {
        this.zone = zone;
        this.machine = StretchFinding.isMachine(kind);
    }

    /** Something was sent at this moment; told in order of time. */
    void learn(Instant time) {
        Slot slot = slot(time);
        if (slot.hour().isAfter(latest)) {
            latest = slot.hour();
            hours.addLast(slot);
            count(slot, 1);
        }
    }

    void forgetBefore(Instant now) {
        Instant oldest = now.minus(REMEMBERED);
        while (!hours.isEmpty() && hours.peekFirst().hour().isBefore(oldest)) {
            count(hours.removeFirst(), -1);
        }
    }

    /** True where the mailbox hardly ever sends within an hour of this hour of the week. */
    boolean isUnusual(Instant time, boolean longKnown) {
        Slot slot = slot(time);
        if (machine) {
            return longKnown && all >= ENOUGH && isRare(anyDay(slot.hourOfDay()));
        }
        boolean rare = isRare(around(slot.day(), slot.hourOfDay()))
                && (slot.day() >= WEEKDAYS || isRare(weekdays(slot.hourOfDay()) / WEEKDAYS));
        return rare && (longKnown && all >= ENOUGH || isNightOrSunday(slot));
    }

    private boolean isRare(double hoursSeen) {
        return hoursSeen < HARDLY_EVER * all || hoursSeen == 0;
    }

    private static boolean isNightOrSunday(Slot slot) {
        return slot.day() == DAYS - 1 || slot.hourOfDay() < MORNING || slot.hourOfDay() >= NIGHT;
    }

    private double weekdays(int hour) {
        double sum = 0;
        for (int day = 0; day < WEEKDAYS; day++) {
            sum += around(day, hour);
        }
        return sum;
    }

    private double anyDay(int hour) {
        double sum = weekdays(hour);
        for (int day = WEEKDAYS; day < DAYS; day++) {
            sum += around(day, hour);
        }
        return sum;
    }

    /** The hour itself, the one before and the one after, on the same kind of day. */
    private int around(int day, int hour) {
        int base = day * HOURS;
        return seen[base + hour] + seen[base + (hour + 1) % HOURS] + seen[base + (hour + HOURS - 1) % HOURS];
    }

    private void count(Slot slot, int by) {
        seen[slot.day() * HOURS + slot.hourOfDay()] += by;
        all += by;
    }

    private Slot slot(Instant time) {
        ZonedDateTime local = time.atZone(zone);
        LocalDate date = local.toLocalDate();
        boolean holiday = zone.equals(JAPAN) && holidays.contains(date);
        int day = (holiday ? DayOfWeek.SUNDAY : date.getDayOfWeek()).getValue() - 1;
        return new Slot(Instant.ofEpochSecond(Math.floorDiv(time.getEpochSecond(), 3_600L) * 3_600L), day,
                local.getHour());
    }
}
