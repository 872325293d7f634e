package org.mimawari.incident;

import java.time.Instant;
import java.util.Optional;
import org.mimawari.indicator.Finding;

/**
 * A finding the operator accepted. It is still found, counted and shown as suppressed, but adds nothing to a score.
 *
 * @param indicator the indicator's id
 * @param mailbox the mailbox, or empty for all
 * @param pattern a part of the finding's pattern, or empty for any
 * @param until the last moment it holds; after it the finding returns
 */
public record Suppression(
        String indicator,
        Optional<String> mailbox,
        Optional<String> pattern,
        String reason,
        String owner,
        Instant until) {

    public boolean covers(Finding finding, Instant now) {
        return !now.isAfter(until)
                && indicator.equals(finding.indicator().id())
                && mailbox.map(wanted -> finding.mailbox().filter(m -> m.text().equalsIgnoreCase(wanted)).isPresent())
                        .orElse(true)
                && pattern.map(part -> finding.pattern().contains(part)).orElse(true);
    }
}
