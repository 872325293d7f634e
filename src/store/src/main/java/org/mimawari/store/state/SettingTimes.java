package org.mimawari.store.state;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Between which two rounds settings that carry no time of their own appeared. A setting is known by its fingerprint.
 * Not safe for several threads.
 */
public final class SettingTimes {

    private final Database database;
    private final String tenant;

    /**
     * When a setting appeared.
     *
     * @param after the last round that looked and did not see it; empty where it was there when its source was first read
     * @param until the first round that saw it
     */
    public record Appeared(Optional<Instant> after, Instant until) {}

    SettingTimes(Database database, String tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    public Map<Long, Appeared> all() throws StateException {
        Map<Long, Appeared> all = new HashMap<>();
        database.list("SELECT print, after, until FROM setting WHERE tenant = ?", row -> {
            long print = row.getLong(1);
            long after = row.getLong(2);
            Optional<Instant> last = row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(after));
            return all.put(print, new Appeared(last, Instant.ofEpochMilli(row.getLong(3))));
        }, tenant);
        return all;
    }

    public void add(long print, Appeared appeared) throws StateException {
        database.change("INSERT INTO setting (tenant, print, after, until) VALUES (?, ?, ?, ?)", tenant, print,
                appeared.after().map(Instant::toEpochMilli).orElse(null), appeared.until().toEpochMilli());
    }

    /** What is gone is forgotten: should it come back, it is new. */
    public void forget(Set<Long> prints) throws StateException {
        for (long print : prints) {
            database.change("DELETE FROM setting WHERE tenant = ? AND print = ?", tenant, print);
        }
    }
}
