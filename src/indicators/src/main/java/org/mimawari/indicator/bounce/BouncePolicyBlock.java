package org.mimawari.indicator.bounce;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.FailedRecipient;
import org.mimawari.evidence.MailboxAddress;
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
import org.mimawari.indicator.domain.RegistrableDomain;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.OutgoingScope;
import org.mimawari.indicator.outgoing.Runs;
import org.mimawari.indicator.words.WordList;

/**
 * Servers of at least two organisations refused mail of this mailbox for what it was, not because a recipient was
 * missing: listed, unwanted, blocked (RFC 3463 class 7).
 */
public final class BouncePolicyBlock implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("bounce-policy-block", Family.BOUNCE,
            AttackStage.ABUSE, Level.MEDIUM, 45, 0.7, List.of("T1586.002"),
            Set.of(EvidenceKind.NON_DELIVERY_REPORT));
    private static final WordList REFUSED = WordList.load("refusal-by-policy");
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int ORGANISATIONS = 2;

    private final OutgoingScope scope;

    public BouncePolicyBlock(OutgoingScope scope) {
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
        DoubtfulReports doubtful = new DoubtfulReports(new FailureReports(outgoing, scope.policy().ownDomains()).list());
        List<List<NonDeliveryReport>> ours = refused(doubtful.probablyOurs());
        if (!ours.isEmpty()) {
            return ours.stream().map(run -> finding(evidence, run)).toList();
        }
        return refused(doubtful.list()).stream().filter(run -> !doubtful.isFlood(run))
                .map(run -> finding(evidence, run).times(DoubtfulReports.ORIGIN_UNCLEAR)).toList();
    }

    /** Stretches in which enough organisations refused. */
    private static List<List<NonDeliveryReport>> refused(List<FailureReport> reports) {
        List<NonDeliveryReport> refused = reports.stream().map(FailureReport::report)
                .filter(report -> !refusing(report).isEmpty()).toList();
        return Runs.split(refused, WINDOW).stream().filter(run -> Densest.different(run, WINDOW, report -> report,
                BouncePolicyBlock::refusing) >= ORGANISATIONS).toList();
    }

    /** The organisations that refused for reasons of policy. */
    private static Set<String> refusing(NonDeliveryReport report) {
        Set<String> organisations = new TreeSet<>();
        for (FailedRecipient failure : report.failures()) {
            if (isRefusal(failure)) {
                failure.recipient().flatMap(MailboxAddress::findFull)
                        .ifPresent(address -> organisations.add(RegistrableDomain.of(address.domain())));
            }
        }
        return organisations;
    }

    private static boolean isRefusal(FailedRecipient failure) {
        boolean byCode = failure.status().filter(code -> code.startsWith("5.7.") || code.equals("5.1.8")).isPresent();
        boolean missing = failure.status().filter(code -> code.startsWith("5.1.1")).isPresent();
        return byCode || !missing && failure.diagnostic().filter(REFUSED::hitsAny).isPresent();
    }

    private static Finding finding(MailboxEvidence evidence, List<NonDeliveryReport> run) {
        List<String> organisations = run.stream().flatMap(report -> refusing(report).stream()).distinct().sorted()
                .toList();
        return Finding.of(PROFILE, evidence, TimeRange.of(run), "policy", Reason.number("reports", run.size())
                .andNumber("organisations", organisations.size()).andTexts("domains", organisations), Citation.of(run));
    }
}
