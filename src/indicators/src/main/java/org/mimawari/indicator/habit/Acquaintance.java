package org.mimawari.indicator.habit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.mimawari.evidence.Evidence;

/**
 * Which values of one property (countries, networks, protocols, clients) a mailbox already knew at a moment.
 *
 * <p>A value is known where it belongs to the first {@value #DAYS} days with evidence, from then on; or where it was
 * seen on {@value #DAYS} different days and first at least {@value #PROBATION_DAYS} days before. So an intruder who
 * stays does not become the owner while an incident still runs. Learnt only from what came before the moment asked
 * about. Immutable; safe for any thread; linear to build.
 */
public final class Acquaintance {

    /** On how many days a value must have been seen, and how many days of history make a judgement. */
    public static final int DAYS = 3;

    static final int PROBATION_DAYS = 14;
    private static final int ENOUGH = 3;
    private static final int MOST_REGULARS = 50;
    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final Map<String, Seen> values;
    private final List<Long> firstDays;
    private final List<First> early;
    private final List<String> regulars;

    /** One of the very first pieces. */
    private record First(String value, long at) {}

    /** The first moment, and the first days a value was seen on. */
    private record Seen(long first, List<Long> days) {}

    private Acquaintance(Map<String, Seen> values, Set<Long> firstDays, List<First> early) {
        this.values = Map.copyOf(values);
        this.firstDays = List.copyOf(firstDays);
        this.early = List.copyOf(early);
        this.regulars = this.values.entrySet().stream()
                .filter(entry -> isOriginal(entry.getValue()) || entry.getValue().days().size() >= DAYS)
                .sorted(Comparator.comparing((Map.Entry<String, Seen> entry) -> entry.getValue().first())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST_REGULARS).map(Map.Entry::getKey).toList();
    }

    /** Learns from dated pieces in order of time; pieces without the value still count as days of history. */
    public static <E extends Evidence> Acquaintance of(List<E> pieces, Function<E, Optional<String>> value) {
        Map<String, Seen> values = new HashMap<>();
        TreeSet<Long> firstDays = new TreeSet<>();
        List<First> early = new ArrayList<>();
        for (E piece : pieces) {
            if (piece.time().isEmpty()) {
                continue;
            }
            Instant when = piece.time().get();
            add(firstDays, day(when));
            Optional<String> text = value.apply(piece);
            if (text.isPresent()) {
                learn(values, text.get(), when);
                if (early.size() < 2 * ENOUGH) {
                    early.add(new First(text.get(), when.getEpochSecond()));
                }
            }
        }
        return new Acquaintance(values, firstDays, early);
    }

    /** True where there are enough days before the moment to say what is usual. */
    public boolean hasHistory(Instant when) {
        return daysBefore(when) >= DAYS;
    }

    /** How many different days with evidence came before the day of the moment; counted up to {@value #DAYS}. */
    public int daysBefore(Instant when) {
        int count = 0;
        for (long day : firstDays) {
            count += day < day(when) ? 1 : 0;
        }
        return count;
    }

    public boolean knows(String value, Instant when) {
        Seen seen = values.get(value);
        if (seen == null || seen.first() >= when.getEpochSecond()) {
            return false;
        }
        return isOriginal(seen) ? hasHistory(when) : hasPassedProbation(seen, when);
    }

    /** True where at least {@value #ENOUGH} of the very first pieces, before the moment, had another value. */
    public boolean knewOthers(String value, Instant when) {
        int others = 0;
        for (First first : early) {
            others += first.at() < when.getEpochSecond() && !first.value().equals(value) ? 1 : 0;
        }
        return others >= ENOUGH;
    }

    /** The values known at the moment, at most the first 50, in the order they appeared. */
    public List<String> known(Instant when) {
        return regulars.stream().filter(value -> knows(value, when)).toList();
    }

    private boolean isOriginal(Seen seen) {
        return firstDays.size() == DAYS && seen.days().get(0) <= firstDays.get(DAYS - 1);
    }

    private static boolean hasPassedProbation(Seen seen, Instant when) {
        List<Long> days = seen.days();
        return days.size() >= DAYS && days.get(DAYS - 1) < day(when)
                && seen.first() + PROBATION_DAYS * DAY <= when.getEpochSecond();
    }

    private static void learn(Map<String, Seen> values, String value, Instant when) {
        Seen seen = values.get(value);
        if (seen == null) {
            seen = new Seen(when.getEpochSecond(), new ArrayList<>(DAYS));
            values.put(value, seen);
        }
        List<Long> days = seen.days();
        if (days.size() < DAYS && (days.isEmpty() || days.get(days.size() - 1) < day(when))) {
            days.add(day(when));
        }
    }

    /** Keeps the first days only. */
    private static void add(TreeSet<Long> days, long day) {
        if (days.size() == DAYS && day >= days.last()) {
            return;
        }
        days.add(day);
        if (days.size() > DAYS) {
            days.pollLast();
        }
    }

    private static long day(Instant when) {
        return Math.floorDiv(when.getEpochSecond(), DAY);
    }
}
