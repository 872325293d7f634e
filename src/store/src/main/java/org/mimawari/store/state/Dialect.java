package org.mimawari.store.state;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** What differs between the databases a state may lie in. */
interface Dialect {

    /** Opens it, alone: nobody else changes it until the connection is closed. */
    Connection open(Duration patience) throws SQLException, StateException;

    /** The type of a column of bytes. */
    String bytes();

    /** True where the database belongs to something else. */
    boolean isForeign(Connection connection) throws SQLException;

    StateException explained(SQLException failure);
}
