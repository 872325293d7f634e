package org.mimawari.store.state;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The rounds over one tenant, and remarks that one round leaves for the next. Not safe for several threads. */
public final class RoundHistory {

    private static final int KEPT = 1_000;

    private final Database database;
    private final String tenant;

    /** How a round ended. */
    public enum Outcome {
        DONE,
        /** Something that should have been read could not be. */
        PARTIAL,
        FAILED
    }

    /**
     * @param message why it failed, or what it says in one line
     * @param records how many records it read
     */
    public record Round(Instant started, Instant finished, Outcome outcome, String message, long records) {}

    RoundHistory(Database database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    /** Adds a round; the oldest beyond a thousand are forgotten. */
    public void add(Round round) throws StateException {
        database.change("DELETE FROM round WHERE tenant = ? AND started = ?", tenant, round.started().toEpochMilli());
        database.change("INSERT INTO round (tenant, started, finished, outcome, message, records) VALUES (?, ?, ?, ?, ?, ?)",
                tenant, round.started().toEpochMilli(), round.finished().toEpochMilli(),
                round.outcome().name().toLowerCase(Locale.ROOT), round.message(), round.records());
        database.change("DELETE FROM round WHERE tenant = ? AND started <= (SELECT max(started) FROM (SELECT started"
                + " FROM round WHERE tenant = ? ORDER BY started DESC LIMIT 1 OFFSET " + KEPT + ") AS old)", tenant, tenant);
    }

    public Optional<Round> last() throws StateException {
        return newest("");
    }

    /** The last round that read everything. */
    public Optional<Round> lastSuccess() throws StateException {
        return newest(" AND outcome = 'done'");
    }

    /** How many rounds failed, of those remembered. */
    public long failures() throws StateException {
        return database.find("SELECT count(*) FROM round WHERE tenant = ? AND outcome = 'failed'", row -> row.getLong(1),
                tenant).orElse(0L);
    }

    /** What an earlier round noted under this name. */
    public Optional<String> remark(String name) throws StateException {
        return database.find("SELECT content FROM remark WHERE tenant = ? AND name = ?", row -> row.getString(1), tenant,
                name);
    }

    public void remark(String name, String content) throws StateException {
        database.change("DELETE FROM remark WHERE tenant = ? AND name = ?", tenant, name);
        database.change("INSERT INTO remark (tenant, name, content) VALUES (?, ?, ?)", tenant, name, content);
    }

    private Optional<Round> newest(String which) throws StateException {
        return database.find("SELECT started, finished, outcome, message, records FROM round WHERE tenant = ?" + which
                + " ORDER BY started DESC LIMIT 1", row -> new Round(Instant.ofEpochMilli(row.getLong(1)),
                Instant.ofEpochMilli(row.getLong(2)), Outcome.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                row.getString(4), row.getLong(5)), tenant);
    }
}
