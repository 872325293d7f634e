package org.mimawari.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.Cost;

class TerminalProgressTest {

    private static final Cost COST = new Cost("microsoft-365", 40, 200, 5, Duration.ofSeconds(20));

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** Passes by ten seconds whenever somebody looks at it. */
    private static final class PassingClock extends Clock {

        private Instant now = Instant.parse("2026-11-25T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            now = now.plusSeconds(10);
            return now;
        }
    }

    private TerminalProgress progress(boolean terminal) {
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new TerminalProgress(new Console(stream, stream, false, terminal, 80, false), new PassingClock());
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysHowManyMailboxesWereLookedAtAndHowLongTheRestWillTake() {
        try (TerminalProgress progress = progress(true)) {
            progress.looked(10, 40);
        }

        assertThat(said()).contains("reading   25 %  10 of 40 mailboxes  60 s left");
    }

    @Test
    void saysWhatItWaitsFor() {
        try (TerminalProgress progress = progress(true)) {
            progress.waits("outlook", Duration.ofMinutes(5));
        }

        assertThat(said()).contains("waiting  300 s, as outlook asks");
    }

    @Test
    void saysInTheEndWhatEachMailboxCostAlsoWhereNobodyWatches() {
        try (TerminalProgress progress = progress(false)) {
            progress.looked(10, 40);
            progress.cost(COST);
        }

        assertThat(said()).isEqualToIgnoringNewLines(
                "microsoft-365: 40 mailboxes, 200 requests in 20 s; "
                        + "each mailbox: 5.0 requests, 0.50 s, 2.5 % throttled");
    }
}
