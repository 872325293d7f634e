package org.mimawari.store.state;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import org.mimawari.store.state.StateException.Problem;

/** A state in PostgreSQL, which several hosts share; an advisory lock lets one round at a time use it. */
final class PostgresDialect implements Dialect {

    /** Any number that nobody else's program locks: {@code MIMA}. */
    private static final long LOCK = 0x4D494D41L;
    private static final long ASK_AGAIN_MILLIS = 200;
    private static final String DISK_FULL = "53100";

    private final StateLocation.Postgres location;

    PostgresDialect(StateLocation.Postgres location) {
        this.location = location;
    }

    @Override
    public Connection open(Duration patience) throws SQLException, StateException {
        Properties settings = new Properties();
        location.user().ifPresent(user -> settings.setProperty("user", user));
        location.password().ifPresent(password -> settings.setProperty("password", password));
        settings.setProperty("ApplicationName", "mimawari");
        settings.setProperty("connectTimeout", "10");
        Connection connection = DriverManager.getConnection(location.url(), settings);
        try {
            connection.setAutoCommit(false);
            lock(connection, System.nanoTime() + patience.toNanos());
            return connection;
        } catch (SQLException | StateException e) {
            connection.close();
            throw e;
        }
    }

    private void lock(Connection connection, long until) throws SQLException, StateException {
        while (!isLocked(connection)) {
            if (System.nanoTime() >= until) {
                throw new StateException(Problem.BUSY, "another round, perhaps of another host, is at work on the state "
                        + location.name() + ": wait until it has ended, or give --wait");
            }
            try {
                Thread.sleep(ASK_AGAIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StateException(Problem.BUSY, "stopped while waiting for the state " + location.name(), e);
            }
        }
    }

    /** The lock ends with the connection, whatever becomes of the process. */
    private static boolean isLocked(Connection connection) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            ask.setLong(1, LOCK);
            try (ResultSet answer = ask.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    @Override
    public String bytes() {
        return "BYTEA";
    }

    @Override
    public boolean isForeign(Connection connection) throws SQLException {
        try (Statement ask = connection.createStatement(); ResultSet tables = ask.executeQuery(
                "SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()")) {
            return tables.next() && tables.getInt(1) > 0;
        }
    }

    @Override
    public StateException explained(SQLException failure) {
        if (DISK_FULL.equals(failure.getSQLState())) {
            return new StateException(Problem.FULL, "the disk of the state " + location.name() + " is full: nothing of this "
                    + "round was kept; make room and run it again", failure);
        }
        return new StateException(Problem.FAILED, "the state " + location.name() + " cannot be used: "
                + firstLine(failure.getMessage()), failure);
    }

    private static String firstLine(String message) {
        return String.valueOf(message).lines().findFirst().orElse("");
    }
}
