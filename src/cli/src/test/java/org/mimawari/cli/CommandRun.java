package org.mimawari.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Runs a command as a user would, in a pipe, and keeps what it said. */
public record CommandRun(int code, String out, String err) {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);

    public static CommandRun of(String... arguments) {
        return at(CLOCK.instant(), arguments);
    }

    /** At that moment. */
    public static CommandRun at(Instant now, String... arguments) {
        return at(Clock.fixed(now, ZoneOffset.UTC), arguments);
    }

    public static CommandRun at(Clock clock, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), false, false, 80, false);
        int code = Main.run(console, clock, arguments);
        return new CommandRun(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
