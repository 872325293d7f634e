package org.mimawari.indicator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.Gap;
import org.mimawari.evidence.MailboxEvidence;

/**
 * Applies every indicator to one mailbox: the unit of work, on one machine or on many. Safe for any thread.
 *
 * <p>An indicator that lacks evidence still looks at what there is: what it finds counts, but finding nothing is then
 * "not assessed", not "clear".
 */
public final class Examiner {

    private final List<Indicator> indicators;
    private final List<Indicator> ofSignIns;

    public Examiner(List<Indicator> indicators) {
        this.indicators = List.copyOf(indicators);
        this.ofSignIns = indicators.stream()
                .filter(indicator -> indicator.profile().needs().contains(EvidenceKind.SIGN_IN)).toList();
    }

    /**
     * What is found about an address of which only failed sign-ins are known. A spray leaves hundreds of thousands, most
     * of them guessed, and only what looks at sign-ins can find anything in them.
     */
    public List<Finding> findingsOfGuess(MailboxEvidence evidence) {
        List<Finding> found = new ArrayList<>();
        ofSignIns.forEach(indicator -> found.addAll(indicator.examine(evidence)));
        return found;
    }

    /** What is found in evidence of these kinds alone: other indicators have nothing to look at. */
    public List<Finding> findings(MailboxEvidence evidence, Set<EvidenceKind> kinds) {
        List<Finding> found = new ArrayList<>();
        indicators.stream().filter(indicator -> !Collections.disjoint(indicator.profile().needs(), kinds))
                .forEach(indicator -> found.addAll(indicator.examine(evidence)));
        return found;
    }

    /** All that is found in a mailbox. */
    public List<Finding> findings(MailboxEvidence evidence) {
        List<Finding> found = new ArrayList<>();
        indicators.forEach(indicator -> found.addAll(indicator.examine(evidence)));
        return found;
    }

    /**
     * The indicators that found nothing in a mailbox for want of evidence.
     *
     * @param gaps kinds of which nothing was seen for the mailbox
     * @param found what the others found
     */
    public List<Assessment.NotAssessed> notAssessed(List<Gap> gaps, List<Finding> found) {
        MailboxEvidence.Builder builder = MailboxEvidence.ofTenant();
        gaps.forEach(builder::gap);
        MailboxEvidence nothing = builder.build();
        Set<String> flagged = found.stream().map(finding -> finding.indicator().id()).collect(Collectors.toSet());
        List<Assessment.NotAssessed> missing = new ArrayList<>();
        for (Indicator indicator : indicators) {
            List<Gap> wanted = nothing.missing(indicator.profile().needs());
            if (!wanted.isEmpty() && !flagged.contains(indicator.profile().id())) {
                missing.add(new Assessment.NotAssessed(indicator.profile(), wanted));
            }
        }
        return missing;
    }

    public List<Assessment> assess(MailboxEvidence evidence) {
        List<Assessment> assessments = new ArrayList<>(indicators.size());
        for (Indicator indicator : indicators) {
            assessments.add(assess(indicator, evidence));
        }
        return assessments;
    }

    private static Assessment assess(Indicator indicator, MailboxEvidence evidence) {
        List<Finding> findings = indicator.examine(evidence);
        if (!findings.isEmpty()) {
            return new Assessment.Flagged(indicator.profile(), findings);
        }
        List<Gap> missing = evidence.missing(indicator.profile().needs());
        return missing.isEmpty()
                ? new Assessment.Clear(indicator.profile())
                : new Assessment.NotAssessed(indicator.profile(), missing);
    }
}
