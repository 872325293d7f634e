package org.mimawari.announce.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.indicator.Level;

/**
 * How the rounds of one tenant are doing.
 *
 * @param lastRun when the last round began, whatever became of it
 * @param lastSuccess when the last complete round began; empty where there was none yet
 * @param duration of the last round
 * @param evidence how many records the last round read, by kind
 * @param failedRounds in all, since the state was made
 * @param outboxWaiting deliveries that no channel has taken yet
 */
public record TenantPulse(String tenant, Instant lastRun, Optional<Instant> lastSuccess, Duration duration,
        List<IncidentCount> incidents, Map<EvidenceKind, Long> evidence, long failedRounds, long outboxWaiting) {

    /** So many incidents stand like this. */
    public record IncidentCount(IncidentStatus status, Level level, long number) {}

    public TenantPulse {
        incidents = List.copyOf(incidents);
        evidence = Map.copyOf(evidence);
    }
}
