package org.mimawari.announce;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An outbox that forgets everything with the process: for trying a configuration, and for tests. */
public final class MemoryOutbox implements Outbox {

    private final Map<String, Entry> entries = new HashMap<>();
    private final Map<String, Announcement> announcements = new HashMap<>();
    private final Set<String> known = new HashSet<>();

    private record Entry(Waiting waiting, Instant due) {}

    @Override
    public synchronized void put(Announcement announcement, String channel, Instant now) {
        String id = announcement.id() + "/" + channel;
        if (known.add(id)) {
            entries.put(id, new Entry(new Waiting(id, channel, announcement.id(), now, 0), now));
            announcements.put(announcement.id(), announcement);
        }
    }

    @Override
    public synchronized List<Waiting> due(Instant now) {
        return entries.values().stream().filter(entry -> !entry.due.isAfter(now)).map(Entry::waiting)
                .sorted(Comparator.comparing(Waiting::since).thenComparing(Waiting::id)).toList();
    }

    @Override
    public synchronized Announcement announcement(String id) {
        Announcement found = announcements.get(id);
        if (found == null) {
            throw new IllegalArgumentException("no announcement " + id + " waits");
        }
        return found;
    }

    @Override
    public synchronized void delivered(String waiting, Instant now) {
        remove(waiting);
    }

    @Override
    public synchronized void retryAt(String waiting, Instant when, String why) {
        entries.computeIfPresent(waiting, (id, entry) -> new Entry(new Waiting(id, entry.waiting.channel(),
                entry.waiting.announcement(), entry.waiting.since(), entry.waiting.attempts() + 1), when));
    }

    @Override
    public synchronized void givenUp(String waiting, Instant now, String why) {
        remove(waiting);
    }

    @Override
    public synchronized int waiting() {
        return entries.size();
    }

    private void remove(String id) {
        Entry removed = entries.remove(id);
        if (removed != null && entries.values().stream()
                .noneMatch(entry -> entry.waiting.announcement().equals(removed.waiting.announcement()))) {
            announcements.remove(removed.waiting.announcement());
        }
    }
}
