package org.mimawari.connector;

import java.time.Duration;

/**
 * What it cost to read a mail system once.
 *
 * @param system the name of the connector that read it
 * @param mailboxes how many were looked at
 * @param requests all that were sent, repeated ones too
 * @param refused how many of them the system wanted to see again later
 */
public record Cost(String system, long mailboxes, long requests, long refused, Duration time) {

    /** Requests for each mailbox; what was asked of the whole tenant counts for all of them in equal parts. */
    public double requestsEach() {
        return (double) requests / Math.max(1, mailboxes);
    }

    /** Seconds for each mailbox, of time that passed for all of them together. */
    public double secondsEach() {
        return time.toMillis() / 1000.0 / Math.max(1, mailboxes);
    }

    /** How many of the requests were refused: from 0 to 1. */
    public double refusedShare() {
        return requests == 0 ? 0 : (double) refused / requests;
    }
}
