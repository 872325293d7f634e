package org.mimawari.indicator.bounce;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.IpAddress;
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
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.OutgoingScope;
import org.mimawari.indicator.outgoing.Runs;

/**
 * Delivery failures came back for messages that really left through the organisation but that the Sent folder does
 * not know: somebody else writes in the name of the mailbox. What bounces and lies in the Sent
 * folder is ordinary, and so is what only carried the address.
 */
public final class BounceUnknownOriginalOurs implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("bounce-unknown-original-ours", Family.BOUNCE,
            AttackStage.ABUSE, Level.HIGH, 75, 0.85, List.of("T1586.002", "T1070.008"),
            Set.of(EvidenceKind.NON_DELIVERY_REPORT));
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int SEVERAL = 3;
    private static final int ONE_OR_TWO_WEIGHT = 50;
    private static final double ONE_OR_TWO_CONFIDENCE = 0.7;
    /** Without a Sent folder, or where it is not used, a message may be the owner's and still have no copy. */
    private static final Multiplier NO_SENT_COPIES = Multiplier.modifier("no-sent-copies", 0.6);
    private static final Multiplier HAPPENS_OFTEN = Multiplier.modifier("happens-often", 0.45);
    private static final int OFTEN_DAYS = 3;
    private static final int MOST_ADDRESSES = 10;

    private final OutgoingScope scope;

    public BounceUnknownOriginalOurs(OutgoingScope scope) {
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
        UnknownOriginals unknown = new UnknownOriginals(outgoing, scope.policy().ownDomains());
        List<FailureReport> strange = new FailureReports(outgoing, scope.policy().ownDomains()).list().stream()
                .filter(unknown::contains).toList();
        List<Finding> findings = new ArrayList<>();
        for (List<FailureReport> run : runs(strange)) {
            findings.add(finding(outgoing, unknown, strange, run));
        }
        return findings;
    }

    private static List<List<FailureReport>> runs(List<FailureReport> reports) {
        Map<NonDeliveryReport, FailureReport> judged = new IdentityHashMap<>();
        reports.forEach(report -> judged.put(report.report(), report));
        return Runs.split(reports.stream().map(FailureReport::report).toList(), WINDOW).stream()
                .map(run -> run.stream().map(judged::get).toList()).toList();
    }

    private Finding finding(Outgoing outgoing, UnknownOriginals unknown, List<FailureReport> all,
            List<FailureReport> run) {
        List<NonDeliveryReport> reports = run.stream().map(FailureReport::report).toList();
        int together = Densest.different(run, WINDOW, FailureReport::report, FailureReport::failed);
        Finding finding = Finding.of(PROFILE, outgoing.evidence(), TimeRange.of(reports), "unknown-original",
                reason(outgoing, run), Citation.of(reports));
        if (together < SEVERAL) {
            finding = finding.judged(Level.MEDIUM, ONE_OR_TWO_WEIGHT, ONE_OR_TWO_CONFIDENCE);
        }
        finding = run.stream().allMatch(unknown::isUncertain) ? finding.times(NO_SENT_COPIES) : finding;
        return daysBefore(all, reports.get(0)) >= OFTEN_DAYS ? finding.times(HAPPENS_OFTEN) : finding;
    }

    private Reason reason(Outgoing outgoing, List<FailureReport> run) {
        Provenance provenance = new Provenance(outgoing, scope.policy().ownDomains());
        List<String> traces = run.stream().flatMap(report -> provenance.traces(report.report()).stream())
                .distinct().sorted().toList();
        String subject = run.stream().flatMap(report -> report.report().original().subject().stream())
                .findFirst().orElse("");
        // Not named "addresses": a forged report could make a suspect of any address, so other mailboxes are not judged by it.
        List<String> submitters = run.stream().map(report -> report.report().original()).map(provenance::handedInFrom)
                .flatMap(Optional::stream).map(IpAddress::text).distinct().sorted().limit(MOST_ADDRESSES).toList();
        return Reason.number("reports", run.size())
                .andNumber("recipients", run.stream().flatMap(report -> report.failed().stream()).distinct().count())
                .andText("subject", subject).andTexts("traces", traces).andTexts("submitters", submitters);
    }

    private static long daysBefore(List<FailureReport> all, NonDeliveryReport first) {
        Instant before = first.time().orElse(Instant.MIN);
        return all.stream().flatMap(report -> report.report().time().stream()).filter(before::isAfter)
                .map(time -> time.getEpochSecond() / 86_400).distinct().count();
    }
}
