package org.mimawari.store.state;

import java.sql.SQLException;
import java.util.List;
import org.mimawari.store.state.StateException.Problem;

/** The tables of a state, and how an older state becomes one of today. Steps are only ever added. */
final class Schema {

    /** The step n brings a state from version n to n + 1. {@code BYTES} stands for the database's type of bytes. */
    private static final List<List<String>> STEPS = List.of(List.of(
            "CREATE TABLE source (tenant TEXT NOT NULL, connector TEXT NOT NULL, name TEXT NOT NULL, system TEXT NOT NULL,"
                    + " place TEXT NOT NULL, read_at BIGINT NOT NULL, PRIMARY KEY (tenant, connector, name))",
            "CREATE TABLE coverage (tenant TEXT NOT NULL, connector TEXT NOT NULL, source TEXT NOT NULL, kind TEXT NOT NULL,"
                    + " mailbox TEXT NOT NULL, taken_for TEXT NOT NULL, state TEXT NOT NULL, reason TEXT, since BIGINT,"
                    + " until BIGINT, amount BIGINT NOT NULL, PRIMARY KEY (tenant, connector, source, kind, mailbox))",
            "CREATE TABLE rejection (tenant TEXT NOT NULL, connector TEXT NOT NULL, source TEXT NOT NULL,"
                    + " locator TEXT NOT NULL, why TEXT NOT NULL)",
            "CREATE TABLE segment (tenant TEXT NOT NULL, connector TEXT NOT NULL, source TEXT NOT NULL,"
                    + " part BIGINT NOT NULL, newest BIGINT NOT NULL, bytes BYTES NOT NULL,"
                    + " PRIMARY KEY (tenant, connector, source, part))",
            "CREATE TABLE setting (tenant TEXT NOT NULL, print BIGINT NOT NULL, after BIGINT, until BIGINT NOT NULL,"
                    + " PRIMARY KEY (tenant, print))",
            "CREATE TABLE incident (tenant TEXT NOT NULL, id TEXT NOT NULL, mailbox TEXT NOT NULL, status TEXT NOT NULL,"
                    + " level TEXT NOT NULL, score DOUBLE PRECISION NOT NULL, since BIGINT, until BIGINT,"
                    + " first_seen BIGINT NOT NULL, last_seen BIGINT NOT NULL, stages TEXT NOT NULL,"
                    + " indicators TEXT NOT NULL, sentences TEXT NOT NULL, response TEXT NOT NULL,"
                    + " told_level TEXT NOT NULL, told_stages TEXT NOT NULL, owner TEXT, why TEXT, ack_until BIGINT,"
                    + " PRIMARY KEY (tenant, id))",
            "CREATE TABLE round (tenant TEXT NOT NULL, started BIGINT NOT NULL, finished BIGINT NOT NULL,"
                    + " outcome TEXT NOT NULL, message TEXT NOT NULL, records BIGINT NOT NULL, PRIMARY KEY (tenant, started))",
            "CREATE TABLE announcement (id TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (id))",
            "CREATE TABLE delivery (announcement TEXT NOT NULL, channel TEXT NOT NULL, put_at BIGINT NOT NULL,"
                    + " due_at BIGINT, attempts BIGINT NOT NULL, done_at BIGINT, why TEXT,"
                    + " PRIMARY KEY (announcement, channel))",
            "CREATE TABLE remark (tenant TEXT NOT NULL, name TEXT NOT NULL, content TEXT NOT NULL,"
                    + " PRIMARY KEY (tenant, name))"), List.of(
            "CREATE TABLE case_file (tenant TEXT NOT NULL, name TEXT NOT NULL, connector TEXT NOT NULL, source TEXT NOT NULL,"
                    + " stamp BIGINT NOT NULL, part BIGINT NOT NULL, print BIGINT NOT NULL, bytes BYTES NOT NULL,"
                    + " PRIMARY KEY (tenant, name, connector, source, stamp, part))",
            "CREATE INDEX case_file_source ON case_file (tenant, connector, source)",
            "CREATE TABLE case_name (tenant TEXT NOT NULL, name TEXT NOT NULL, version BIGINT NOT NULL,"
                    + " PRIMARY KEY (tenant, name))",
            "CREATE TABLE case_source (tenant TEXT NOT NULL, connector TEXT NOT NULL, source TEXT NOT NULL,"
                    + " bytes BYTES NOT NULL, PRIMARY KEY (tenant, connector, source))",
            "CREATE TABLE case_record (tenant TEXT NOT NULL, connector TEXT NOT NULL, source TEXT NOT NULL,"
                    + " stamp BIGINT NOT NULL, bytes BYTES NOT NULL, PRIMARY KEY (tenant, connector, source, stamp))",
            "CREATE TABLE judgement (tenant TEXT NOT NULL, mailbox TEXT NOT NULL, bytes BYTES NOT NULL,"
                    + " PRIMARY KEY (tenant, mailbox))"));

    private Schema() {}

    /**
     * Brings the state to today's version; a newer one, or something else, is refused and left as it is.
     *
     * @return true where there was none
     */
    static boolean update(Database database, String name) throws StateException {
        int version = version(database, name);
        if (version > STEPS.size()) {
            throw new StateException(Problem.NEWER, "the state " + name + " was written by a newer Mimawari (version " + version
                    + " of its tables, this one knows " + STEPS.size() + "); it was left as it is: use that Mimawari, or "
                    + "name another state");
        }
        for (int step = version; step < STEPS.size(); step++) {
            for (String sql : STEPS.get(step)) {
                database.change(sql.replace("BYTES", database.dialect().bytes()));
            }
        }
        if (version < STEPS.size()) {
            database.change("UPDATE mimawari_state SET version = ?", STEPS.size());
            database.commit();
        }
        return version == 0;
    }

    /** True where the database holds nothing at all. */
    static boolean isNowhere(Database database) throws StateException {
        try {
            return !database.dialect().isForeign(database.connection());
        } catch (SQLException e) {
            throw database.dialect().explained(e);
        }
    }

    private static int version(Database database, String name) throws StateException {
        if (isNowhere(database)) {
            database.change("CREATE TABLE mimawari_state (version INTEGER NOT NULL)");
            database.change("INSERT INTO mimawari_state VALUES (0)");
            return 0;
        }
        try {
            return database.find("SELECT version FROM mimawari_state", row -> row.getInt(1)).orElse(0);
        } catch (StateException e) {
            throw new StateException(Problem.UNUSABLE, "the database " + name + " holds something else, no state of Mimawari; "
                    + "it was left as it is: name another", e);
        }
    }
}
