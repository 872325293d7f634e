package org.mimawari.connector.google.collect;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.mimawari.live.ServiceException;

/** Where the logs of a round end: when it began, by Google's clock, whose future cannot be asked for. */
final class LogEnd {

    private static final String NAME = "end of the logs";
    private static final Duration SMALL = Duration.ofMinutes(10);

    private final Round round;

    LogEnd(Round round) {
        this.round = round;
    }

    /** The same in every attempt at the round, so that the same times are asked for again. */
    Instant moment() throws InterruptedException {
        Optional<Instant> kept = round.store().find(NAME, 0).flatMap(LogEnd::parse);
        if (kept.isPresent()) {
            return kept.get();
        }
        Instant moment = round.now().minus(ahead(skew()));
        round.store().keep(NAME, 0, moment.toString().getBytes(StandardCharsets.UTF_8));
        return moment;
    }

    private static Optional<Instant> parse(byte[] text) {
        try {
            return Optional.of(Instant.parse(new String(text, StandardCharsets.UTF_8)));
        } catch (DateTimeException noTime) {
            return Optional.empty();
        }
    }

    /** An answer that was kept tells nothing of clocks: then the smallest list is asked for. */
    private Duration skew() throws InterruptedException {
        if (round.client().tally().requests() == 0) {
            try {
                round.client().get(round.client().calls().users("", 1));
            } catch (ServiceException notTold) {
                return Duration.ZERO;
            }
        }
        return round.client().skew();
    }

    /** Clocks that differ by more give no token anyway. */
    private static Duration ahead(Duration skew) {
        boolean isAhead = !skew.isNegative() && skew.compareTo(SMALL) <= 0;
        return isAhead ? skew.truncatedTo(ChronoUnit.SECONDS).plusSeconds(skew.isZero() ? 0 : 1) : Duration.ZERO;
    }
}
