package org.mimawari.indicator.sent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.outgoing.OutgoingScope;
import org.mimawari.indicator.outgoing.Runs;

/**
 * The provider itself stopped the mailbox from sending, because of what or how much it sent.
 */
public final class SentProviderRestricted implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-provider-restricted", Family.SENT,
            AttackStage.ABUSE, Level.HIGH, 75, 0.85, List.of("T1586.002"),
            Set.of(EvidenceKind.PROVIDER_ALERT));
    private static final Duration SAME = Duration.ofHours(24);
    /**
     * RFC 3463 leaves 5.1.8 to bad sender addresses; Exchange Online returns it, and 5.7.705 and 5.7.708, to senders it
     * stopped.
     */
    private static final Set<String> STOPPED = Set.of("5.1.8", "5.1.90", "5.7.705", "5.7.708", "5.7.750");

    private final OutgoingScope scope;

    public SentProviderRestricted(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<Evidence> said = new ArrayList<>();
        evidence.providerAlerts().stream()
                .filter(alert -> alert.topic() == ProviderAlert.Topic.SENDING_RESTRICTED).forEach(said::add);
        evidence.nonDeliveryReports().stream().filter(this::isStop).forEach(said::add);
        said.sort(Comparator.comparing((Evidence piece) -> piece.time().orElse(Instant.MIN))
                .thenComparing(Evidence::ref));
        return Runs.split(said, SAME).stream().map(run -> finding(evidence, run)).toList();
    }

    /** Only the own provider's word counts: a foreign server may refuse us for reasons of its own. */
    private boolean isStop(NonDeliveryReport report) {
        boolean own = report.reportingServer().filter(server -> scope.policy().ownDomains().contains(server)
                || server.toLowerCase(Locale.ROOT).endsWith(".outlook.com")).isPresent();
        return own && report.failures().stream().anyMatch(failure -> failure.status().filter(STOPPED::contains)
                .isPresent());
    }

    private static Finding finding(MailboxEvidence evidence, List<Evidence> run) {
        String title = run.stream().filter(ProviderAlert.class::isInstance)
                .map(piece -> ((ProviderAlert) piece).title()).findFirst().orElse("bad outbound sender");
        return Finding.of(PROFILE, evidence, TimeRange.of(run), "restricted",
                Reason.text("title", title).andNumber("alerts", run.size()), Citation.of(run));
    }
}
