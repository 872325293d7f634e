package org.mimawari.connector.microsoft365.graph;

import java.time.Duration;

/**
 * The services behind Graph, each with a limit of its own. Source: "Microsoft Graph service-specific throttling limits"
 * and, for message trace, the limit of the cmdlet of the same name.
 */
public enum Service {
    DIRECTORY(4, 16, 0, Duration.ZERO),
    OUTLOOK(4, 64, 0, Duration.ZERO),
    REPORTS(2, 2, 5, Duration.ofSeconds(10)),
    IDENTITY_PROTECTION(1, 1, 1, Duration.ofSeconds(1)),
    AUDIT_SEARCH(2, 4, 0, Duration.ZERO),
    MESSAGE_TRACE(2, 2, 100, Duration.ofMinutes(5)),
    EXCHANGE_ADMIN(1, 2, 0, Duration.ZERO);

    private final int first;
    private final int most;
    private final int requests;
    private final Duration window;

    Service(int first, int most, int requests, Duration window) {
        this.first = first;
        this.most = most;
        this.requests = requests;
        this.window = window;
    }

    /** How many requests at a time to begin with. */
    int first() {
        return first;
    }

    /** How many requests at a time at most. */
    int most() {
        return most;
    }

    /** How many requests the window admits; 0 where the vendor names no rate. */
    int requests() {
        return requests;
    }

    Duration window() {
        return window;
    }
}
