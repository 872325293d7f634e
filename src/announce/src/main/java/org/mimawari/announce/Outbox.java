package org.mimawari.announce;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

/**
 * Announcements on their way, kept until they are delivered or given up. Every method has taken effect for good when it
 * returns; an {@link IOException} means that it has not.
 */
public interface Outbox {

    /**
     * Keeps an announcement for a channel, due at once. Where this channel ever had an announcement with this id,
     * waiting or done with, nothing happens: so nobody is told twice.
     */
    void put(Announcement announcement, String channel, Instant now) throws IOException;

    /** Whatever is to be tried now, of any channel, the longest waiting first. */
    List<Waiting> due(Instant now) throws IOException;

    /** The announcement with this id, for which at least one channel still waits. */
    Announcement announcement(String id) throws IOException;

    /** The channel has taken it. */
    void delivered(String waiting, Instant now) throws IOException;

    /** It was tried in vain, which counts as an attempt, and is due again at that time. */
    void retryAt(String waiting, Instant when, String why) throws IOException;

    /** It is not tried any more. */
    void givenUp(String waiting, Instant now, String why) throws IOException;

    /** How many entries wait, due or not. */
    int waiting() throws IOException;
}
