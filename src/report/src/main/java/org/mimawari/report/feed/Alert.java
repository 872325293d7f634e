package org.mimawari.report.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.mimawari.incident.Incident;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.scan.ScanResult;

/** A finding that belongs to an incident from level LOW: what another program is told, one event each. */
record Alert(Finding finding, String id, Incident incident, Instant observed) {

    private static final Comparator<Alert> IN_TIME = Comparator
            .comparing((Alert alert) -> alert.from())
            .thenComparing(Alert::id);

    /** Incident by incident, the gravest first, and in order of time. A state without a time counts as seen at the scan. */
    static List<Alert> in(ScanResult result) {
        List<Alert> alerts = new ArrayList<>();
        for (Incident incident : result.incidents()) {
            if (incident.level().isAtLeast(Level.LOW)) {
                incident.findings().stream().filter(finding -> finding.points() > 0)
                        .map(finding -> new Alert(finding, finding.id(), incident, result.run().startedAt()))
                        .sorted(IN_TIME).forEach(alerts::add);
            }
        }
        return alerts;
    }

    Instant from() {
        return Phrasing.clamped(finding.when().from().orElse(observed));
    }

    Instant to() {
        return Phrasing.clamped(finding.when().to().orElse(observed));
    }

    /** The techniques of ATT&amp;CK, each an id such as {@code T1114.003}. */
    List<String> techniques() {
        return finding.indicator().attack();
    }
}
