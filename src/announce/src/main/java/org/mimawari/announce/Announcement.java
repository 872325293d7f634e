package org.mimawari.announce;

import java.time.Instant;
import java.util.List;
import org.mimawari.incident.KnownIncident;

/**
 * What one round has to tell about one tenant. It holds no message and no secret; what a mail system wrote stands in
 * the incidents' sentences, which are harmless lines.
 *
 * @param id stable: the same change gives the same id, so that nobody is told twice
 * @param at when the round ended
 * @param changes incidents that are new, graver or resolved
 * @param failures sentences about a failed or missed round, in English
 */
public record Announcement(
        String id, String tenant, Instant at, List<KnownIncident> changes, List<String> failures) {

    public Announcement {
        if (id.isBlank()) {
            throw new IllegalArgumentException("an announcement needs an id");
        }
        changes = List.copyOf(changes);
        failures = List.copyOf(failures);
    }

    /** True where there is nothing to tell. */
    public boolean isEmpty() {
        return changes.isEmpty() && failures.isEmpty();
    }

    Announcement with(List<KnownIncident> others) {
        return new Announcement(id, tenant, at, others, failures);
    }
}
