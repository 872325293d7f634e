package org.mimawari.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.mimawari.connector.Cost;
import org.mimawari.scan.Progress;

/**
 * One line on a terminal's stderr that says how far a scan has come, at most five times a second; and at the end,
 * wherever stderr goes, a line for each mail system on the network that says what it cost to read it.
 */
final class TerminalProgress implements Progress, AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final String ERASE = "\r\u001B[K";

    private final Console console;
    private final Clock clock;
    private final Instant start;
    private Instant next;
    private final List<Cost> costs = new ArrayList<>();
    private boolean shown;

    TerminalProgress(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
        this.start = clock.instant();
        this.next = start.plus(PATIENCE);
    }

    @Override
    public void read(long done, long all) {
        if (isDue()) {
            show(all == 0 ? "reading" : String.format(Locale.ROOT, "reading  %3d %%  %d of %d MB  %d MB/s  %d s left",
                    100 * done / all, done >> 20, all >> 20, Math.round((done >> 20) / seconds()), secondsLeft(done, all)));
        }
    }

    @Override
    public void looked(long done, long all) {
        if (isDue()) {
            show(String.format(Locale.ROOT, "reading  %3d %%  %d of %d mailboxes  %d s left", all == 0 ? 100
                    : 100 * done / all,
                    done, all, secondsLeft(done, all)));
        }
    }

    @Override
    public void waits(String service, Duration time) {
        if (isDue()) {
            show(Plain.text("waiting  " + time.toSeconds() + " s, as " + service + " asks"));
        }
    }

    /** Told when the line of progress is gone. */
    @Override
    public void cost(Cost cost) {
        costs.add(cost);
    }

    private static String line(Cost cost) {
        return String.format(Locale.ROOT, "%s: %d mailboxes, %d requests in %d s; each mailbox: %.1f requests, %.2f s, "
                + "%.1f %% throttled", cost.system(), cost.mailboxes(), cost.requests(), cost.time().toSeconds(),
                cost.requestsEach(), cost.secondsEach(), 100 * cost.refusedShare());
    }

    @Override
    public void judged(long mailboxes) {
        if (isDue()) {
            show("judging  " + mailboxes + " mailboxes");
        }
    }

    @Override
    public void close() {
        if (shown) {
            console.err().print(ERASE);
        }
        costs.forEach(cost -> console.err().println(Plain.text(line(cost))));
        console.err().flush();
    }

    /** Since the start; never 0. */
    private double seconds() {
        return Math.max(1, Duration.between(start, clock.instant()).toMillis()) / 1000.0;
    }

    private long secondsLeft(long done, long all) {
        return done == 0 ? 0 : Math.round(seconds() / done * (all - done));
    }

    private boolean isDue() {
        return console.errIsTerminal() && !clock.instant().isBefore(next);
    }

    private void show(String line) {
        console.err().print(ERASE + line);
        console.err().flush();
        shown = true;
        next = clock.instant().plus(PAUSE);
    }
}
