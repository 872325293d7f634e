package org.mimawari.evidence;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** From the first to the last of some moments, both included; empty where no moment is known. */
public record TimeRange(Optional<Instant> from, Optional<Instant> to) {

    public static final TimeRange UNKNOWN = new TimeRange(Optional.empty(), Optional.empty());

    public static TimeRange at(Instant moment) {
        return new TimeRange(Optional.of(moment), Optional.of(moment));
    }

    public static TimeRange between(Instant from, Instant to) {
        return new TimeRange(Optional.of(from), Optional.of(to));
    }

    /** The range that the times of these pieces of evidence span. */
    public static TimeRange of(Collection<? extends Evidence> evidence) {
        TimeRange range = UNKNOWN;
        for (Evidence piece : evidence) {
            range = range.including(new TimeRange(piece.time(), piece.time()));
        }
        return range;
    }

    public TimeRange including(TimeRange other) {
        Optional<Instant> first = from.isEmpty() || other.from.filter(from.get()::isAfter).isPresent() ? other.from : from;
        Optional<Instant> last = to.isEmpty() || other.to.filter(to.get()::isBefore).isPresent() ? other.to : to;
        return new TimeRange(first.or(() -> from), last.or(() -> to));
    }

    public boolean isKnown() {
        return from.isPresent();
    }
}
