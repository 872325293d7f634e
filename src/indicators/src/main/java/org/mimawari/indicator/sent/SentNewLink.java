package org.mimawari.indicator.sent;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MessageContent;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.domain.RegistrableDomain;
import org.mimawari.indicator.outgoing.KeyedStretches;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.OutgoingScope;
import org.mimawari.indicator.outgoing.Volume;
import org.mimawari.indicator.words.ExactWords;

/**
 * Within an hour many messages carry links to a domain the mailbox never linked to before.
 */
public final class SentNewLink implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-new-link", Family.SENT,
            AttackStage.ABUSE, Level.HIGH, 50, 0.7, List.of("T1566.002", "T1534"),
            Set.of(EvidenceKind.SENT_MESSAGE));
    private static final Duration WINDOW = Duration.ofMinutes(60);
    private static final int FEWEST_MESSAGES = 10;
    /** A few messages in Bcc reach as many. */
    private static final int FEW_MESSAGES = 3;
    private static final int MANY_RECIPIENTS = 50;
    private static final ExactWords ANYBODY = ExactWords.load("free-link-hosts");
    private static final Multiplier FREE_HOST = Multiplier.modifier("free-link-host", 1.3);

    private final OutgoingScope scope;

    public SentNewLink(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Outgoing outgoing = scope.of(evidence);
        if (!outgoing.mayTellContent() || outgoing.busiestHour().messages() < FEW_MESSAGES) {
            return List.of();
        }
        return new KeyedStretches(outgoing.mailings(), WINDOW, this::domains).find(SentNewLink::isMany).stream()
                .map(link -> finding(outgoing, link)).toList();
    }

    private static boolean isMany(Volume window) {
        return window.messages() >= FEWEST_MESSAGES
                || window.messages() >= FEW_MESSAGES && window.recipients() >= MANY_RECIPIENTS;
    }

    private List<String> domains(Mailing mailing) {
        if (mailing.message().content().isEmpty()) {
            return List.of();
        }
        return mailing.message().content().map(MessageContent::linkHosts).orElse(List.of()).stream()
                .filter(host -> !scope.policy().ownDomains().contains(host))
                .map(host -> ANYBODY.containsDomain(host) ? host : RegistrableDomain.of(host)).distinct().toList();
    }

    private static Finding finding(Outgoing outgoing, KeyedStretches.Keyed link) {
        Finding finding = StretchFinding.byHabit(PROFILE, outgoing, link.stretch(), link.key())
                .because("domain", link.key());
        boolean anonymous = ANYBODY.containsDomain(link.key()) || IpAddress.find(link.key()).isPresent();
        return anonymous ? finding.times(FREE_HOST) : finding;
    }
}
