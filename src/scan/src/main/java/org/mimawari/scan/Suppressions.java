package org.mimawari.scan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mimawari.incident.Suppression;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Multiplier;

/** Applies what the operator accepted, and keeps what it hit so that the report can show it. */
final class Suppressions {

    private final List<Suppression> suppressions;
    private final Instant now;
    private final List<Finding> hits = new ArrayList<>();

    Suppressions(List<Suppression> suppressions, Instant now) {
        this.suppressions = suppressions;
        this.now = now;
    }

    Finding apply(Finding finding) {
        if (suppressions.stream().noneMatch(suppression -> suppression.covers(finding, now))) {
            return finding;
        }
        Finding accepted = finding.times(Multiplier.APPROVED);
        hits.add(accepted);
        return accepted;
    }

    List<Finding> hits() {
        return hits;
    }
}
