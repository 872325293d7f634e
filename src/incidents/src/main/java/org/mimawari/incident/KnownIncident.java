package org.mimawari.incident;

import java.time.Instant;
import java.util.List;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.Level;

/**
 * An incident as the rounds remember and announce it: no evidence, no message, no secret.
 *
 * @param id the id it was first announced under; it stays the same while the incident grows
 * @param mailbox the mailbox's address, or an empty text for the whole tenant
 * @param score 0 to 100
 * @param when from the first to the last malicious act, by the evidence's own times
 * @param firstSeen the round that found it
 * @param lastSeen the last round in which it was still there
 * @param indicators ids of what was found, weightiest first
 * @param sentences what was found, in words, weightiest first, at most five; every one is a harmless line
 * @param response what to do, in order
 */
public record KnownIncident(
        String id,
        String mailbox,
        IncidentStatus status,
        Level level,
        double score,
        TimeRange when,
        Instant firstSeen,
        Instant lastSeen,
        List<String> indicators,
        List<String> sentences,
        List<ResponseStep> response) {

    public KnownIncident {
        indicators = List.copyOf(indicators);
        sentences = List.copyOf(sentences);
        response = List.copyOf(response);
    }

    public KnownIncident as(IncidentStatus other) {
        return new KnownIncident(id, mailbox, other, level, score, when, firstSeen, lastSeen, indicators, sentences,
                response);
    }
}
