package org.mimawari.store.state;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.store.state.StateException.Problem;

/** A connection to a state, held alone; statements with values, and errors in words. Not safe for several threads. */
final class Database implements AutoCloseable {

    private final Connection connection;
    private final Dialect dialect;
    /** All statements are written in this package, so there are few. */
    private final Map<String, PreparedStatement> statements = new HashMap<>();

    /** Makes something of one row. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    Database(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    int change(String sql, Object... values) throws StateException {
        try {
            return prepared(sql, values).executeUpdate();
        } catch (SQLException e) {
            throw dialect.explained(e);
        }
    }

    <T> List<T> list(String sql, Row<T> row, Object... values) throws StateException {
        try (ResultSet rows = prepared(sql, values).executeQuery()) {
            List<T> list = new ArrayList<>();
            while (rows.next()) {
                list.add(row.read(rows));
            }
            return list;
        } catch (IllegalArgumentException e) {
            throw new StateException(Problem.UNUSABLE, "the state holds a word that this Mimawari does not know: "
                    + e.getMessage(), e);
        } catch (SQLException e) {
            throw dialect.explained(e);
        }
    }

    <T> Optional<T> find(String sql, Row<T> row, Object... values) throws StateException {
        return list(sql, row, values).stream().findFirst();
    }

    void commit() throws StateException {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw dialect.explained(e);
        }
    }

    void undo() throws StateException {
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw dialect.explained(e);
        }
    }

    Dialect dialect() {
        return dialect;
    }

    Connection connection() {
        return connection;
    }

    /** What was not committed is undone. */
    @Override
    public void close() throws StateException {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw dialect.explained(e);
        }
    }

    /** The same few statements are asked for each of many mailboxes, so each is prepared once. */
    private PreparedStatement prepared(String sql, Object... values) throws SQLException {
        PreparedStatement statement = statements.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            statements.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
