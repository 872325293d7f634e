package org.mimawari.indicator.sent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MessageContent;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.domain.RegistrableDomain;
import org.mimawari.indicator.outgoing.KeyedStretches;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.OutgoingScope;
import org.mimawari.indicator.outgoing.Stretch;

/**
 * Within an hour many colleagues got a link or a file of a kind the mailbox never sent, from a new place or at an
 * hour at which the owner does not work.
 */
public final class SentInternalPhish implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-internal-phish", Family.SENT,
            AttackStage.ABUSE, Level.HIGH, 55, 0.7, List.of("T1534"),
            Set.of(EvidenceKind.SENT_MESSAGE));
    private static final Duration WINDOW = Duration.ofMinutes(60);
    private static final int FEWEST = 10;

    private final OutgoingScope scope;

    public SentInternalPhish(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Outgoing outgoing = scope.of(evidence);
        if (!outgoing.mayTellContent() || outgoing.busiestHour().identified() < FEWEST) {
            return List.of();
        }
        List<KeyedStretches.Keyed> lures = new KeyedStretches(outgoing.mailings(), WINDOW, this::lures)
                .find(window -> window.identified() - window.external() >= FEWEST);
        if (lures.isEmpty()) {
            return List.of();
        }
        UnusualHours hours = UnusualHours.of(outgoing, scope.policy().zone());
        return lures.stream()
                .filter(lure -> isOdd(outgoing, hours, lure.stretch()))
                .map(lure -> StretchFinding.byHabit(PROFILE, outgoing, lure.stretch(), lure.key())
                        .because("lure", lure.key())).toList();
    }

    private List<String> lures(Mailing mailing) {
        Optional<MessageContent> content = mailing.message().content();
        if (content.isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                content.stream().flatMap(each -> each.linkHosts().stream())
                        .filter(host -> !scope.policy().ownDomains().contains(host)).map(RegistrableDomain::of),
                content.stream().flatMap(each -> each.attachments().stream()).flatMap(AttachmentKind::risky))
                .toList();
    }

    private static boolean isOdd(Outgoing outgoing, UnusualHours hours, Stretch stretch) {
        long odd = stretch.mailings().stream()
                .filter(mailing -> hours.contains(mailing) || outgoing.isFromNewPlace(mailing)).count();
        return odd * 2 > stretch.volume().messages();
    }
}
