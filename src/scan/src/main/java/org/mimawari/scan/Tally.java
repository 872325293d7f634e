package org.mimawari.scan;

import java.time.Instant;
import java.util.Optional;
import org.mimawari.evidence.Evidence;
import org.mimawari.store.ValueReader;
import org.mimawari.store.ValueWriter;

/** How much of a kind a source gave, and over which time. Not safe for several threads. */
final class Tally {

    private long count;
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;

    void add(Evidence evidence) {
        count++;
        Optional<Instant> time = evidence.time();
        if (time.isPresent()) {
            long millis = time.get().toEpochMilli();
            from = Math.min(from, millis);
            to = Math.max(to, millis);
        }
    }

    /** Both together. */
    Tally and(Tally other) {
        Tally both = new Tally();
        both.count = count + other.count;
        both.from = Math.min(from, other.from);
        both.to = Math.max(to, other.to);
        return both;
    }

    /** Takes what another part of the source gave. */
    void add(Tally other) {
        count += other.count;
        from = Math.min(from, other.from);
        to = Math.max(to, other.to);
    }

    long count() {
        return count;
    }

    Optional<Instant> from() {
        return time(from);
    }

    Optional<Instant> to() {
        return time(to);
    }

    private Optional<Instant> time(long millis) {
        return from > to ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    void write(ValueWriter out) {
        out.number(count).number(from).number(to);
    }

    static Tally read(ValueReader in) {
        Tally tally = new Tally();
        tally.count = in.number();
        tally.from = in.number();
        tally.to = in.number();
        return tally;
    }
}
