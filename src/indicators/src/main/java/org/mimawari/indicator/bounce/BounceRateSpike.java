package org.mimawari.indicator.bounce;

import java.time.Duration;
import java.util.ArrayList;
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
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.OutgoingScope;
import org.mimawari.indicator.outgoing.Stretch;
import org.mimawari.indicator.outgoing.StretchSearch;

/**
 * Far more recipients than usual could not be reached within an hour, or a tenth and more of what a server sent for
 * the mailbox came back. Forged senders do not count.
 */
public final class BounceRateSpike implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("bounce-rate-spike", Family.BOUNCE,
            AttackStage.ABUSE, Level.HIGH, 55, 0.75, List.of("T1586.002"),
            Set.of(EvidenceKind.NON_DELIVERY_REPORT));
    private static final Duration WINDOW = Duration.ofMinutes(60);
    private static final int FEWEST_SENT = 20;
    private static final int FEWEST_BOUNCED = 5;
    private static final double SHARE = 0.1;
    private static final double MOSTLY = 0.8;
    private static final Multiplier KNOWN_ORIGINALS = Multiplier.modifier("known-originals", 0.45);

    private final OutgoingScope scope;

    public BounceRateSpike(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Outgoing outgoing = scope.of(evidence);
        List<Finding> findings = new ArrayList<>();
        if (!evidence.nonDeliveryReports().isEmpty()) {
            findings.addAll(byReports(evidence, new FailureReports(outgoing, scope.policy().ownDomains()).list().stream()
                    .filter(report -> report.report().time().isPresent()).toList()));
        }
        new StretchSearch(outgoing.mailings(), WINDOW, mailing -> mailing.message().bounced())
                .find((window, first, last) -> window.recipients() >= FEWEST_SENT && window.bounced() >= FEWEST_BOUNCED
                        && window.bounced() >= SHARE * window.recipients())
                .forEach(stretch -> findings.add(byServer(outgoing, stretch)));
        return findings;
    }

    private static List<Finding> byReports(MailboxEvidence evidence, List<FailureReport> reports) {
        DoubtfulReports doubtful = new DoubtfulReports(reports);
        List<List<FailureReport>> ours = new FailureHours(doubtful.probablyOurs()).unusual();
        if (!ours.isEmpty()) {
            return ours.stream().map(run -> byReports(evidence, run, List.of())).toList();
        }
        return new FailureHours(doubtful.list()).unusual().stream()
                .filter(run -> !doubtful.isFlood(run.stream().map(FailureReport::report).toList()))
                .map(run -> byReports(evidence, run, List.of(DoubtfulReports.ORIGIN_UNCLEAR))).toList();
    }

    private static Finding byReports(MailboxEvidence evidence, List<FailureReport> run, List<Multiplier> factors) {
        List<NonDeliveryReport> reports = run.stream().map(FailureReport::report).toList();
        long recipients = run.stream().flatMap(report -> report.failed().stream()).distinct().count();
        Finding finding = Finding.of(PROFILE, evidence, TimeRange.of(reports), "reports",
                Reason.number("failed", recipients).andNumber("reports", reports.size()).andText("seen", "reports"),
                Citation.of(reports)).times(factors);
        long known = run.stream().filter(FailureReport::isInSent).count();
        return known >= MOSTLY * run.size() ? finding.times(KNOWN_ORIGINALS) : finding;
    }

    private static Finding byServer(Outgoing outgoing, Stretch stretch) {
        Finding finding = Finding.of(PROFILE, outgoing.evidence(), stretch.when(), "server",
                Reason.number("failed", stretch.volume().bounced())
                        .andNumber("reports", stretch.volume().messages()).andText("seen", "server"),
                Citation.of(stretch.mailings().stream().map(Mailing::message).toList()));
        long habitual = stretch.mailings().stream().filter(Mailing::habitual).count();
        return habitual >= MOSTLY * stretch.volume().messages() ? finding.times(KNOWN_ORIGINALS) : finding;
    }
}
