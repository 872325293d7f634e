package org.mimawari.store.state;

import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An opened state, held alone until it is closed: another process that opens it waits, and is refused when its patience
 * ends. What was not committed is undone on close, and by any crash. Not safe for several threads.
 */
public final class State implements AutoCloseable {

    private final Database database;
    private final boolean isNew;

    private State(Database database, boolean isNew) {
        this.database = database;
        this.isNew = isNew;
    }

    /**
     * Opens a state, makes it where there is none, and brings an older one up to date.
     *
     * @param patience how long to wait for another round to end
     * @throws StateException where it is busy, damaged, foreign, newer than this program or cannot be reached
     */
    public static State open(StateLocation location, Duration patience) throws StateException {
        return updated(connected(location, patience), location);
    }

    /** As {@link #open}, but makes none: empty where there is no state. */
    public static Optional<State> find(StateLocation location, Duration patience) throws StateException {
        if (location instanceof StateLocation.File file && !Files.exists(file.path())) {
            return Optional.empty();
        }
        Database database = connected(location, patience);
        if (Schema.isNowhere(database)) {
            database.close();
            return Optional.empty();
        }
        return Optional.of(updated(database, location));
    }

    private static Database connected(StateLocation location, Duration patience) throws StateException {
        Dialect dialect = location instanceof StateLocation.Postgres postgres ? new PostgresDialect(postgres)
                : new SqliteDialect(((StateLocation.File) location).path());
        try {
            return new Database(dialect.open(patience), dialect);
        } catch (SQLException e) {
            throw dialect.explained(e);
        }
    }

    private static State updated(Database database, StateLocation location) throws StateException {
        try {
            return new State(database, Schema.update(database, location.name()));
        } catch (StateException e) {
            database.close();
            throw e;
        }
    }

    /** True where there was no state, and opening it made one. */
    public boolean isNew() {
        return isNew;
    }

    public EvidenceArchive archive(String tenant) {
        return new EvidenceArchive(database, tenant);
    }

    public Casebook casebook(String tenant) {
        return new Casebook(database, tenant);
    }

    public SettingTimes settings(String tenant) {
        return new SettingTimes(database, tenant);
    }

    public IncidentHistory incidents(String tenant) {
        return new IncidentHistory(database, tenant);
    }

    /** The tenants that have an incident with this id, in alphabetical order. */
    public List<String> tenantsWith(String incident) throws StateException {
        return database.list("SELECT tenant FROM incident WHERE id = ? ORDER BY tenant", row -> row.getString(1), incident);
    }

    public RoundHistory rounds(String tenant) {
        return new RoundHistory(database, tenant);
    }

    /** The announcements of all tenants that are on their way. */
    public DeliveryQueue deliveries() {
        return new DeliveryQueue(database);
    }

    /** Keeps everything done since the last commit, or, where it fails, nothing of it. */
    public void commit() throws StateException {
        database.commit();
    }

    /** Undoes everything since the last commit. */
    public void undo() throws StateException {
        database.undo();
    }

    @Override
    public void close() throws StateException {
        database.close();
    }
}
