package org.mimawari.connector.google.collect;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.mimawari.live.LogPlace;

/**
 * Up to where an audit log was read.
 *
 * @param until everything earlier was read
 * @param deep when the last three days were last read again
 * @param seen fingerprints of the records of these days, as far as they are remembered
 */
record ActivityPlace(Instant until, Instant deep, Set<Long> seen) {

    ActivityPlace {
        seen = Set.copyOf(seen);
    }

    static Optional<ActivityPlace> parse(String text) {
        int end = text.indexOf(' ');
        if (end < 0) {
            return Optional.empty();
        }
        try {
            Instant deep = Instant.parse(text.substring(0, end));
            return LogPlace.parse(text.substring(end + 1)).map(place -> new ActivityPlace(place.until(), deep, place.seen()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    String text() {
        return deep + " " + new LogPlace(until, seen).text();
    }
}
