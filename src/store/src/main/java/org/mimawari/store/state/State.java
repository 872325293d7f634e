package org.mimawari.store.state;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * An opened state, held alone until it is closed: another process that opens it waits, and is refused when its patience
 * ends. What was not committed is undone on close, and by any crash. Not safe for several threads.
 */
public final class State implements AutoCloseable {

    private final Database database;

    private State(Database database) {
        this.database = database;
    }

    /**
     * Opens a state, makes it where there is none, and brings an older one up to date.
     *
     * @param patience how long to wait for another round to end
     * @throws StateException where it is busy, damaged, foreign, newer than this program or cannot be reached
     */
    public static State open(StateLocation location, Duration patience) throws StateException {
        Dialect dialect = location instanceof StateLocation.Postgres postgres ? new PostgresDialect(postgres)
                : new SqliteDialect(((StateLocation.File) location).path());
        Database database;
        try {
            database = new Database(dialect.open(patience), dialect);
        } catch (SQLException e) {
            throw dialect.explained(e);
        }
        try {
            Schema.update(database, location.name());
            return new State(database);
        } catch (StateException e) {
            database.close();
            throw e;
        }
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
