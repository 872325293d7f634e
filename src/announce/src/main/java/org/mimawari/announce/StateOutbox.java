package org.mimawari.announce;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mimawari.store.state.DeliveryQueue;
import org.mimawari.store.state.DeliveryQueue.Delivery;
import org.mimawari.store.state.State;
import org.mimawari.store.state.StateException;

/** An outbox in the state of rounds: what waits survives whatever happens to the process. Not safe for several threads. */
public final class StateOutbox implements Outbox {

    private static final char BETWEEN = '\n';

    private final State state;
    private final DeliveryQueue queue;

    public StateOutbox(State state) {
        this.state = state;
        this.queue = state.deliveries();
    }

    /** Something done to the queue, kept at once. */
    @FunctionalInterface
    private interface Doing {
        void run() throws StateException;
    }

    /** Adds it as part of what its caller commits: a round and its announcements are kept together or not at all. */
    public void putUncommitted(Announcement announcement, String channel, Instant now) throws StateException {
        queue.put(announcement.id(), AnnouncementJson.write(announcement), channel, now);
    }

    @Override
    public void put(Announcement announcement, String channel, Instant now) throws IOException {
        keep(() -> putUncommitted(announcement, channel, now));
    }

    @Override
    public List<Waiting> due(Instant now) throws IOException {
        try {
            List<Waiting> waiting = new ArrayList<>();
            for (Delivery each : queue.due(now)) {
                waiting.add(new Waiting(each.channel() + BETWEEN + each.announcement(), each.channel(), each.announcement(),
                        each.since(), each.attempts()));
            }
            state.commit();
            return waiting;
        } catch (StateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public Announcement announcement(String id) throws IOException {
        try {
            String content = queue.content(id).orElseThrow(() -> new IOException("no announcement " + id + " waits"));
            state.commit();
            return AnnouncementJson.read(content);
        } catch (StateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void delivered(String waiting, Instant now) throws IOException {
        keep(() -> queue.done(announcementOf(waiting), channelOf(waiting), now));
    }

    @Override
    public void retryAt(String waiting, Instant when, String why) throws IOException {
        keep(() -> queue.postpone(announcementOf(waiting), channelOf(waiting), when, why));
    }

    @Override
    public void givenUp(String waiting, Instant now, String why) throws IOException {
        keep(() -> queue.done(announcementOf(waiting), channelOf(waiting), now));
    }

    @Override
    public int waiting() throws IOException {
        try {
            int waiting = queue.waiting();
            state.commit();
            return waiting;
        } catch (StateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private void keep(Doing doing) throws IOException {
        try {
            doing.run();
            state.commit();
        } catch (StateException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static String channelOf(String waiting) {
        return waiting.substring(0, waiting.indexOf(BETWEEN));
    }

    private static String announcementOf(String waiting) {
        return waiting.substring(waiting.indexOf(BETWEEN) + 1);
    }
}
