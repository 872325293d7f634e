package org.mimawari.store.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import org.mimawari.store.state.StateException.Problem;

/**
 * A state in one SQLite file that only its owner can read. Every round is one transaction with a rollback journal, so
 * that whatever kills the process, the file holds the whole round or nothing of it.
 */
final class SqliteDialect implements Dialect {

    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int NOT_A_DATABASE = 26;

    private final Path file;

    SqliteDialect(Path file) {
        this.file = file;
    }

    @Override
    public Connection open(Duration patience) throws SQLException, StateException {
        make();
        Properties settings = new Properties();
        settings.setProperty("busy_timeout", Long.toString(patience.toMillis()));
        settings.setProperty("transaction_mode", "EXCLUSIVE");
        settings.setProperty("journal_mode", "DELETE");
        settings.setProperty("synchronous", "FULL");
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath(), settings);
        connection.setAutoCommit(false);
        try (Statement first = connection.createStatement()) {
            first.executeQuery("SELECT count(*) FROM sqlite_master").close();
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    private void make() throws StateException {
        try {
            if (!Files.exists(file)) {
                Path folder = file.toAbsolutePath().getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
                if (posix) {
                    Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                } else {
                    Files.createFile(file);
                }
            }
        } catch (IOException e) {
            throw new StateException(Problem.FAILED, "cannot make the state file " + file
                    + ": name one in a folder that can be written", e);
        }
    }

    @Override
    public String bytes() {
        return "BLOB";
    }

    @Override
    public boolean isForeign(Connection connection) throws SQLException {
        try (Statement ask = connection.createStatement();
                ResultSet tables = ask.executeQuery("SELECT count(*) FROM sqlite_master WHERE type = 'table'")) {
            return tables.next() && tables.getInt(1) > 0;
        }
    }

    @Override
    public StateException explained(SQLException failure) {
        int code = failure.getErrorCode() & 0xFF;
        String text = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (code == BUSY || code == LOCKED) {
            return new StateException(Problem.BUSY, "another round is at work on the state " + file
                    + ": wait until it has ended, or give --wait", failure);
        }
        if (code == CORRUPT || code == NOT_A_DATABASE) {
            return new StateException(Problem.UNUSABLE, "the state " + file + " is damaged or no state of Mimawari; it was "
                    + "left as it is: move it away to begin anew, or put a copy back", failure);
        }
        if (code == FULL || text.contains("disk is full")) {
            return new StateException(Problem.FULL, "the disk of the state " + file + " is full: nothing of this round was "
                    + "kept; make room and run it again", failure);
        }
        return new StateException(Problem.FAILED, "the state " + file + " cannot be used: " + failure.getMessage(), failure);
    }
}
