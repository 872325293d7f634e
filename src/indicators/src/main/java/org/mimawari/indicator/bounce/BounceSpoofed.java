package org.mimawari.indicator.bounce;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.OutgoingScope;
import org.mimawari.indicator.outgoing.Runs;

/**
 * Delivery failures came back for messages that never passed through the organisation: somebody forged the address,
 * nobody broke in. Said so that nobody looks for an intruder who is not there.
 */
public final class BounceSpoofed implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("bounce-spoofed", Family.BOUNCE,
            AttackStage.NONE, Level.LOW, 8, 0.6, List.of("T1672"),
            Set.of(EvidenceKind.NON_DELIVERY_REPORT));
    private static final Duration APART = Duration.ofHours(48);

    private final OutgoingScope scope;

    public BounceSpoofed(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (evidence.nonDeliveryReports().isEmpty()) {
            return List.of();
        }
        Outgoing outgoing = scope.of(evidence);
        List<NonDeliveryReport> forged = new FailureReports(outgoing, scope.policy().ownDomains()).list().stream()
                .filter(FailureReport::isForged).map(FailureReport::report).toList();
        return Runs.split(forged, APART).stream().map(run -> finding(evidence, run)).toList();
    }

    private static Finding finding(MailboxEvidence evidence, List<NonDeliveryReport> run) {
        String subject = run.stream().flatMap(report -> report.original().subject().stream()).findFirst().orElse("");
        return Finding.of(PROFILE, evidence, TimeRange.of(run), "spoofed",
                Reason.number("reports", run.size()).andText("subject", subject), Citation.of(run));
    }
}
