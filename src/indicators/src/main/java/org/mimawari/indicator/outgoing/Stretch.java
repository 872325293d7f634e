package org.mimawari.indicator.outgoing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.mimawari.evidence.TimeRange;

/**
 * A stretch of time in which the mailbox behaved unusually, with the messages that make it so.
 *
 * @param mailings in order of time, at least one
 */
public record Stretch(List<Mailing> mailings, Volume volume) {

    public static Stretch of(List<Mailing> mailings) {
        return new Stretch(List.copyOf(mailings), Totals.sum(mailings));
    }

    public Instant from() {
        return mailings.get(0).time();
    }

    public Instant to() {
        return mailings.get(mailings.size() - 1).time();
    }

    public TimeRange when() {
        return TimeRange.between(from(), to());
    }

    public Duration span() {
        return Duration.between(from(), to());
    }
}
