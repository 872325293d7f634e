package org.mimawari.incident;

import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

/**
 * Findings of one mailbox that belong together in time.
 *
 * @param id stable: the same evidence gives the same id in every run
 * @param mailbox empty for an incident of the whole tenant without a known actor
 * @param score 0 to 100
 * @param when from the first to the last malicious act, by the evidence's own times
 * @param breakdown what each finding adds, strongest first
 * @param causes how it probably began, likeliest first
 * @param response what to do, in order
 */
public record Incident(
        String id,
        Optional<MailboxAddress> mailbox,
        Level level,
        double score,
        TimeRange when,
        List<AttackStage> stages,
        List<Contribution> breakdown,
        List<Cause> causes,
        List<ResponseStep> response) {

    public Incident {
        stages = List.copyOf(stages);
        breakdown = List.copyOf(breakdown);
        causes = List.copyOf(causes);
        response = List.copyOf(response);
    }

    public List<Finding> findings() {
        return breakdown.stream().map(Contribution::finding).toList();
    }

    Incident raisedTo(Level higher) {
        return new Incident(id, mailbox, higher, score, when, stages, breakdown, causes, response);
    }
}
