package org.mimawari.indicator.sent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SentMessage;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.domain.LookAlike;
import org.mimawari.indicator.domain.MailProviders;
import org.mimawari.indicator.domain.RegistrableDomain;
import org.mimawari.indicator.outgoing.KeyedStretches;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.OutgoingScope;

/**
 * Replies are led away: the reply address lies in another domain than the sender, and is a free mail account, an
 * imitation of a known domain, or one the mailbox never had to do with.
 */
public final class SentReplytoMismatch implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-replyto-mismatch", Family.SENT,
            AttackStage.ABUSE, Level.HIGH, 65, 0.8, List.of("T1657", "T1534"),
            Set.of(EvidenceKind.SENT_MESSAGE));
    private static final Duration WINDOW = Duration.ofDays(7);

    private final OutgoingScope scope;

    public SentReplytoMismatch(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Outgoing outgoing = scope.of(evidence);
        if (!outgoing.mayHaveReplyTo()) {
            return List.of();
        }
        List<KeyedStretches.Keyed> replies =
                new KeyedStretches(outgoing.mailings(), WINDOW, this::foreignReply).find(window -> true);
        if (replies.isEmpty()) {
            return List.of();
        }
        Acquaintance known = new Acquaintance(outgoing, scope.policy().ownDomains());
        return replies.stream().flatMap(reply -> finding(outgoing, reply, known).stream()).toList();
    }

    private List<String> foreignReply(Mailing mailing) {
        SentMessage message = mailing.message();
        if (message.replyTo().isEmpty()) {
            return List.of();
        }
        Optional<MailboxAddress> reply = message.replyTo().flatMap(MailboxAddress::findFull);
        Optional<MailboxAddress> from = message.from().flatMap(MailboxAddress::findFull);
        if (reply.isEmpty() || from.isEmpty() || scope.policy().ownDomains().contains(reply.get())) {
            return List.of();
        }
        boolean same = RegistrableDomain.of(reply.get().domain()).equals(RegistrableDomain.of(from.get().domain()));
        return same ? List.of() : List.of(reply.get().text());
    }

    private static Optional<Finding> finding(Outgoing outgoing, KeyedStretches.Keyed reply, Acquaintance known) {
        String domain = new MailboxAddress(reply.key()).domain();
        Instant from = reply.stretch().from();
        Optional<LookAlike.Match> imitated = known.imitated(domain, from);
        boolean free = MailProviders.isPublic(domain);
        if (imitated.isEmpty() && !free && known.knowsDomain(domain, from) || known.knows(reply.key(), from)) {
            return Optional.empty();
        }
        Finding finding = StretchFinding.byHabit(PROFILE, outgoing, reply.stretch(), reply.key())
                .because("address", reply.key())
                .because("kind", imitated.isPresent() ? "look-alike" : free ? "free-mail" : "unknown-domain");
        return Optional.of(imitated.map(match -> finding.because("imitated", match.domain())).orElse(finding));
    }
}
