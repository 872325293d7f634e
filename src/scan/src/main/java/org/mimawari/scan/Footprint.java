package org.mimawari.scan;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.store.ValueReader;
import org.mimawari.store.ValueWriter;

/** On which days (UTC) a source has records, and which mailboxes they name. Bounded. Not safe for several threads. */
final class Footprint {

    private static final int MOST_DAYS = 20_000;
    private static final int MOST_NAMES = 20_000;
    private static final long SECONDS = 86_400;
    /** A clock that was wrong for a moment does not stretch a log. */
    private static final double STRAY = 0.005;

    private static final class Count {
        private long records;
    }

    private final TreeMap<Long, Count> days = new TreeMap<>();
    private final Set<MailboxAddress> names = new HashSet<>();
    private Optional<MailboxAddress> lastName = Optional.empty();
    private long records;
    private long lastDay = Long.MIN_VALUE;
    private Count last = new Count();

    void on(Instant time) {
        on(Math.floorDiv(time.getEpochSecond(), SECONDS), 1);
    }

    private void on(long day, long times) {
        if (day != lastDay) {
            if (days.size() >= MOST_DAYS && !days.containsKey(day)) {
                return;
            }
            lastDay = day;
            last = days.computeIfAbsent(day, any -> new Count());
        }
        last.records += times;
        records += times;
    }

    /** Takes the days of another part of the source; names are kept by whoever keeps the parts. */
    void add(Footprint other) {
        other.days.forEach((day, count) -> on(day, count.records));
    }

    void names(MailboxAddress mailbox) {
        if (lastName.filter(mailbox::equals).isEmpty() && names.size() < MOST_NAMES) {
            lastName = Optional.of(mailbox);
            names.add(mailbox);
        }
    }

    Set<MailboxAddress> names() {
        return names;
    }

    /** True where it names so many that some were not kept: then it is about everybody. */
    boolean isFull() {
        return names.size() >= MOST_NAMES;
    }

    /** The days on which it has records, without strays at either end. */
    Set<Long> days() {
        TreeMap<Long, Count> usual = new TreeMap<>(days);
        trim(usual, true);
        trim(usual, false);
        return usual.keySet();
    }

    private void trim(TreeMap<Long, Count> usual, boolean fromStart) {
        long allowed = (long) (records * STRAY);
        while (usual.size() > 1) {
            Map.Entry<Long, Count> end = fromStart ? usual.firstEntry() : usual.lastEntry();
            allowed -= end.getValue().records;
            if (allowed < 0) {
                return;
            }
            usual.remove(end.getKey());
        }
    }

    /** The days alone: names are kept by whoever writes it. */
    void write(ValueWriter out) {
        out.each(days.entrySet(), day -> out.number(day.getKey()).number(day.getValue().records));
    }

    static Footprint read(ValueReader in) {
        Footprint footprint = new Footprint();
        in.each(() -> {
            footprint.on(in.number(), in.number());
            return footprint;
        });
        return footprint;
    }
}
