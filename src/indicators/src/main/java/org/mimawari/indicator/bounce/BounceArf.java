package org.mimawari.indicator.bounce;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.FeedbackReport;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.outgoing.OutgoingScope;
import org.mimawari.indicator.outgoing.Runs;

/**
 * Providers of recipients complain about mail that really came from this mailbox (RFC 5965).
 */
public final class BounceArf implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("bounce-arf", Family.BOUNCE,
            AttackStage.ABUSE, Level.HIGH, 60, 0.8, List.of("T1586.002"),
            Set.of(EvidenceKind.FEEDBACK_REPORT));
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int SEVERAL = 3;
    private static final int FEW_WEIGHT = 45;
    private static final double FEW_CONFIDENCE = 0.8;
    /** Readers of a newsletter press the button instead of unsubscribing. */
    private static final Multiplier NEWSLETTER = Multiplier.modifier("newsletter", 0.3);

    private final OutgoingScope scope;

    public BounceArf(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (evidence.feedbackReports().isEmpty()) {
            return List.of();
        }
        Provenance provenance = new Provenance(scope.of(evidence), scope.policy().ownDomains());
        List<FeedbackReport> ours = evidence.feedbackReports().stream()
                .filter(report -> isComplaint(report)
                        && provenance.of(report.original()) != Provenance.Verdict.FORGED).toList();
        return Runs.split(ours, WINDOW).stream().map(run -> finding(evidence, run)).toList();
    }

    /** RFC 5965 section 3.1: {@code not-spam} takes a complaint back. */
    private static boolean isComplaint(FeedbackReport report) {
        return !report.type().equalsIgnoreCase("not-spam") && !report.type().equalsIgnoreCase("auth-failure")
                && !report.type().equalsIgnoreCase("opt-out");
    }

    private static Finding finding(MailboxEvidence evidence, List<FeedbackReport> run) {
        Finding finding = Finding.of(PROFILE, evidence, TimeRange.of(run), "complaints",
                Reason.number("reports", run.size()).andText("kind", run.get(0).type()), Citation.of(run));
        int together = Densest.different(run, WINDOW, report -> report, report -> List.of(report.ref().toString()));
        finding = together >= SEVERAL ? finding : finding.judged(Level.MEDIUM, FEW_WEIGHT, FEW_CONFIDENCE);
        return evidence.kind() == MailboxKind.BULK ? finding.times(NEWSLETTER) : finding;
    }
}
