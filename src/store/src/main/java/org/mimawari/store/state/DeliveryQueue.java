package org.mimawari.store.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Announcements and the channels they are to be delivered to. What is done stays known for a month, so that nothing is
 * delivered twice. Not safe for several threads.
 */
public final class DeliveryQueue {

    private static final Duration DONE_KEPT = Duration.ofDays(30);
    private static final String ONE = " WHERE announcement = ? AND channel = ?";

    private final Database database;

    /** One announcement that one channel has not taken yet. */
    public record Delivery(String announcement, String channel, Instant since, int attempts) {}

    DeliveryQueue(Database database) {
        this.database = database;
    }

    /** Adds it, due at once; nothing happens where the channel ever had this announcement. */
    public void put(String announcement, String content, String channel, Instant now) throws StateException {
        boolean isKnown = database.find("SELECT 1 FROM delivery" + ONE, row -> true, announcement, channel).isPresent();
        if (isKnown) {
            return;
        }
        if (content(announcement).isEmpty()) {
            database.change("INSERT INTO announcement (id, content) VALUES (?, ?)", announcement, content);
        }
        database.change("INSERT INTO delivery (announcement, channel, put_at, due_at, attempts) VALUES (?, ?, ?, ?, 0)",
                announcement, channel, now.toEpochMilli(), now.toEpochMilli());
    }

    /** What is to be tried now, the longest waiting first. */
    public List<Delivery> due(Instant now) throws StateException {
        return database.list("SELECT announcement, channel, put_at, attempts FROM delivery WHERE done_at IS NULL AND due_at <= ?"
                + " ORDER BY put_at, announcement, channel", row -> new Delivery(row.getString(1), row.getString(2),
                Instant.ofEpochMilli(row.getLong(3)), row.getInt(4)), now.toEpochMilli());
    }

    public Optional<String> content(String announcement) throws StateException {
        return database.find("SELECT content FROM announcement WHERE id = ?", row -> row.getString(1), announcement);
    }

    /** It was tried in vain. */
    public void postpone(String announcement, String channel, Instant until, String why) throws StateException {
        database.change("UPDATE delivery SET attempts = attempts + 1, due_at = ?, why = ?" + ONE, until.toEpochMilli(), why,
                announcement, channel);
    }

    /** It was delivered, or given up; announcements nobody waits for any more are forgotten after a while. */
    public void done(String announcement, String channel, Instant now) throws StateException {
        database.change("UPDATE delivery SET done_at = ?" + ONE, now.toEpochMilli(), announcement, channel);
        database.change("DELETE FROM delivery WHERE done_at < ?", now.minus(DONE_KEPT).toEpochMilli());
        database.change("DELETE FROM announcement WHERE id NOT IN (SELECT announcement FROM delivery)");
    }

    public int waiting() throws StateException {
        return database.find("SELECT count(*) FROM delivery WHERE done_at IS NULL", row -> row.getInt(1)).orElse(0);
    }

    /** Deliveries of one tenant's announcements, whose ids begin with its name. */
    public int waiting(String tenant) throws StateException {
        String before = tenant + "/";
        return database.find("SELECT count(*) FROM delivery WHERE done_at IS NULL AND substr(announcement, 1, ?) = ?",
                row -> row.getInt(1), before.length(), before).orElse(0);
    }
}
