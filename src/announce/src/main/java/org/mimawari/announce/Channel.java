package org.mimawari.announce;

/** A way to reach people. Sending the same announcement again is allowed, and receivers can see that it is the same. */
public interface Channel {

    /** Unique among the channels of a configuration and stable from run to run: it is kept in the outbox. */
    String name();

    /**
     * Returns when the other side has taken it; within minutes in any case.
     *
     * @throws AnnounceException where it has not been taken
     */
    void send(Announcement announcement) throws AnnounceException;
}
