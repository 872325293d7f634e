package org.mimawari.announce;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mimawari.evidence.TimeRange;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.incident.KnownIncident;
import org.mimawari.incident.ResponseStep;
import org.mimawari.indicator.Level;

/** Incidents and announcements for tests. */
public final class Stories {

    public static final Instant NOON = Instant.parse("2024-05-01T03:00:00Z");

    /** What an attacker would call a rule, had it come through unseen. */
    public static final String HOSTILE = "The rule \"]\\ <!channel> <https://evil.example|click> *x* [a](https://evil.example)"
            + " & @all\r\nBcc: victim@evil.example\u0000\u202E\u001B[2J\" forwards";

    private Stories() {}

    public static KnownIncident incident(String mailbox, IncidentStatus status, Level level, String... sentences) {
        double score = switch (level) {
            case CRITICAL -> 92.5;
            case HIGH -> 70;
            case MEDIUM -> 40;
            case LOW -> 20;
            case INFO -> 1;
        };
        return new KnownIncident("I-" + mailbox, mailbox, status, level, score,
                TimeRange.between(NOON.minusSeconds(7_200), NOON.minusSeconds(3_600)), NOON, NOON,
                List.of("fwd-external-rule", "rules-hide-keyword"), List.of(sentences),
                List.of(ResponseStep.RESET_PASSWORD, ResponseStep.REMOVE_RULE));
    }

    public static KnownIncident taken(String mailbox) {
        return incident(mailbox, IncidentStatus.NEW, Level.CRITICAL,
                "A rule forwards invoices to evil@attacker.example.");
    }

    public static Announcement of(KnownIncident... incidents) {
        return new Announcement("A-1", "hinode", NOON, List.of(incidents), List.of());
    }

    public static Announcement hostile() {
        return of(incident("suzuki@hinode.example", IncidentStatus.NEW, Level.CRITICAL, HOSTILE));
    }

    public static Announcement many(int number) {
        List<KnownIncident> incidents = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            Level level = i % 100 == 0 ? Level.CRITICAL : i % 10 == 0 ? Level.HIGH : Level.MEDIUM;
            incidents.add(incident("user" + i + "@hinode.example", IncidentStatus.NEW, level, "x".repeat(600),
                    "y".repeat(600)));
        }
        return new Announcement("A-many", "hinode", NOON, incidents, List.of());
    }
}
