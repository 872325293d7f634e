package org.mimawari.connector.microsoft365.graph;

import java.time.Duration;
import java.util.Locale;
import org.mimawari.live.Pace;

/**
 * The services behind Graph, each with a limit of its own. Source: "Microsoft Graph service-specific throttling limits"
 * and, for message trace, the limit of the cmdlet of the same name.
 */
public enum Service {
    DIRECTORY(Pace.of(4, 16)),
    OUTLOOK(Pace.of(4, 64)),
    REPORTS(new Pace(2, 2, 5, Duration.ofSeconds(10))),
    IDENTITY_PROTECTION(new Pace(1, 1, 1, Duration.ofSeconds(1))),
    AUDIT_SEARCH(Pace.of(2, 4)),
    MESSAGE_TRACE(new Pace(2, 2, 100, Duration.ofMinutes(5))),
    EXCHANGE_ADMIN(Pace.of(2, 4));

    private final Pace pace;

    Service(Pace pace) {
        this.pace = pace;
    }

    /** For example {@code message-trace}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Pace pace() {
        return pace;
    }
}
