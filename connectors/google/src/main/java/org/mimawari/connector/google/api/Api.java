package org.mimawari.connector.google.api;

import java.time.Duration;
import org.mimawari.live.Pace;

/**
 * The services that are asked, each with a pace of its own. Source: "Usage limits" of the Admin SDK (2,400 requests a minute
 * for a user and project) and of the Gmail API (15,000 units a minute for a user).
 */
public enum Api {
    DIRECTORY("admin.googleapis.com", new Pace(2, 8, 1_000, Duration.ofMinutes(1))),
    REPORTS("admin.googleapis.com", new Pace(2, 4, 1_000, Duration.ofMinutes(1))),
    GMAIL("gmail.googleapis.com", Pace.of(4, 64)),
    ALERTS("alertcenter.googleapis.com", Pace.of(1, 2));

    private final String host;
    private final Pace pace;

    Api(String host, Pace pace) {
        this.host = host;
        this.pace = pace;
    }

    String host() {
        return host;
    }

    Pace pace() {
        return pace;
    }
}
