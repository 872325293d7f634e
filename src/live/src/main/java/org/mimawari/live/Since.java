package org.mimawari.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The beginning of what is read of logs: a moment, or a time before the round. */
public record Since(Optional<Instant> moment, Duration ago) {

    public Instant from(Instant now) {
        return moment.orElseGet(() -> now.minus(ago));
    }
}
