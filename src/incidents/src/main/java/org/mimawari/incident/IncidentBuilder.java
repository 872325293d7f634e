package org.mimawari.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

/**
 * Builds the incidents of one mailbox from its findings. Findings less than {@value #GAP_HOURS} hours apart belong
 * together; settings without a time belong to the gravest incident. The score of an incident is that of its worst
 * {@value #GAP_HOURS} hours.
 */
public final class IncidentBuilder {

    private static final int GAP_HOURS = 48;
    private static final Duration GAP = Duration.ofHours(GAP_HOURS);
    private static final int MOST_PER_INDICATOR = 50;
    private static final double MATTERS = 0.10;

    private final CauseRanking causes = new CauseRanking();

    /** The incidents of one mailbox, in order of time; findings that count nothing make none. */
    public List<Incident> incidents(Optional<MailboxAddress> mailbox, List<Finding> findings) {
        List<Finding> counted = strongest(findings);
        List<Finding> undated = counted.stream().filter(finding -> !finding.when().isKnown()).toList();
        List<List<Finding>> groups = groups(counted.stream().filter(finding -> finding.when().isKnown()).toList());
        if (groups.isEmpty()) {
            return undated.isEmpty() ? List.of() : List.of(incident(mailbox, undated));
        }
        attach(undated, groups);
        return groups.stream().map(group -> incident(mailbox, group)).toList();
    }

    /** The score of findings: that of the worst 48 hours among them. */
    public static double score(List<Finding> findings) {
        double best = Score.of(findings.stream().filter(finding -> !finding.when().isKnown()).toList());
        for (Finding start : findings) {
            if (start.when().isKnown()) {
                best = Math.max(best, Score.of(within(findings, start.when().from().orElseThrow())));
            }
        }
        return best;
    }

    private static List<Finding> within(List<Finding> findings, Instant start) {
        Instant end = start.plus(GAP);
        return findings.stream().filter(finding -> !finding.when().isKnown()
                || !finding.when().from().orElseThrow().isAfter(end)
                && !finding.when().to().orElseThrow().isBefore(start)).toList();
    }

    /** An attacker must not be able to make us work: the weightiest findings of each indicator are enough. */
    private static List<Finding> strongest(List<Finding> findings) {
        Map<String, List<Finding>> byIndicator = new TreeMap<>();
        for (Finding finding : findings) {
            byIndicator.computeIfAbsent(finding.indicator().id(), any -> new ArrayList<>()).add(finding);
        }
        return byIndicator.values().stream().flatMap(each -> each.stream()
                .sorted(Comparator.comparingDouble(Finding::points).reversed().thenComparing(Finding::id))
                .limit(MOST_PER_INDICATOR)).toList();
    }

    private static List<List<Finding>> groups(List<Finding> dated) {
        List<Finding> sorted = new ArrayList<>(dated);
        sorted.sort(Comparator.comparing((Finding finding) -> finding.when().from().orElseThrow())
                .thenComparing(Finding::id));
        List<List<Finding>> groups = new ArrayList<>();
        Instant last = Instant.MIN;
        for (Finding finding : sorted) {
            if (groups.isEmpty() || finding.when().from().orElseThrow().isAfter(last.plus(GAP))) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(finding);
            Instant end = finding.when().to().orElseThrow();
            last = end.isAfter(last) ? end : last;
        }
        return groups;
    }

    private static void attach(List<Finding> undated, List<List<Finding>> groups) {
        List<Finding> gravest = groups.get(0);
        for (List<Finding> group : groups) {
            gravest = score(group) > score(gravest) ? group : gravest;
        }
        gravest.addAll(undated);
    }

    private Incident incident(Optional<MailboxAddress> mailbox, List<Finding> findings) {
        double score = score(findings);
        List<Contribution> breakdown = findings.stream()
                .map(finding -> new Contribution(finding, finding.points() * 100, score - score(without(findings, finding))))
                .sorted(Comparator.comparingDouble(Contribution::fall).reversed()
                        .thenComparing(Comparator.comparingDouble(Contribution::points).reversed())
                        .thenComparing(contribution -> contribution.finding().id()))
                .toList();
        TimeRange when = when(findings);
        return new Incident(IncidentId.of(mailbox, when, breakdown), mailbox, Level.of(score), score, when,
                stages(findings), breakdown, causes.rank(findings), ResponsePlan.steps(mailbox, findings, Level.of(score)));
    }

    private static List<Finding> without(List<Finding> findings, Finding one) {
        return findings.stream().filter(finding -> finding != one).toList();
    }

    /** Weak signs do not stretch the window that a responder will act on. */
    private static TimeRange when(List<Finding> findings) {
        double strongest = findings.stream().mapToDouble(Finding::points).max().orElse(0);
        double matters = Math.min(MATTERS, strongest);
        TimeRange range = TimeRange.UNKNOWN;
        for (Finding finding : findings) {
            if (finding.points() >= matters && finding.indicator().family() != Family.POSTURE) {
                range = range.including(finding.when());
            }
        }
        return range;
    }

    private static List<AttackStage> stages(List<Finding> findings) {
        return findings.stream().filter(finding -> finding.points() >= MATTERS)
                .map(finding -> finding.indicator().stage()).filter(stage -> stage != AttackStage.NONE)
                .distinct().sorted().toList();
    }
}
