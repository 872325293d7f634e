package org.mimawari.indicator.sent;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SentMessage;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.MessageIds;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.OutgoingScope;
import org.mimawari.indicator.outgoing.StretchSearch;
import org.mimawari.indicator.outgoing.Subjects;

/**
 * Messages to strangers pretend to answer: the subject says Re or Fw, but there is nothing they answer. Judged on Sent folders only, as server logs do not show references.
 */
public final class SentFakeThread implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-fake-thread", Family.SENT,
            AttackStage.ABUSE, Level.MEDIUM, 40, 0.65, List.of("T1534"),
            Set.of(EvidenceKind.SENT_MESSAGE));
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int FEWEST_STRANGERS = 3;

    private final OutgoingScope scope;

    public SentFakeThread(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Outgoing outgoing = scope.of(evidence);
        List<Mailing> copies = outgoing.mailings().stream()
                .filter(mailing -> mailing.inSentFolder() && mailing.fresh() > 0).toList();
        if (copies.isEmpty()) {
            return List.of();
        }
        Set<String> known = knownIds(outgoing);
        boolean knowsReceived = !evidence.receivedMessages().isEmpty();
        List<Mailing> fake = copies.stream()
                .filter(mailing -> pretends(mailing.message(), known, knowsReceived)).toList();
        return new StretchSearch(fake, WINDOW, Mailing::added)
                .find((window, first, last) -> window.added() >= FEWEST_STRANGERS).stream()
                .map(stretch -> StretchFinding.byHabit(PROFILE, outgoing, stretch, "fake-thread")
                        .because("subject", stretch.mailings().get(0).message().subject().orElse(""))).toList();
    }

    private static boolean pretends(SentMessage message, Set<String> known, boolean knowsReceived) {
        if (message.subject().filter(Subjects::isReply).isEmpty()) {
            return false;
        }
        return message.inReplyTo().map(id -> knowsReceived && !known.contains(MessageIds.normalised(id))).orElse(true);
    }

    private static Set<String> knownIds(Outgoing outgoing) {
        Set<String> known = new HashSet<>();
        outgoing.mailings().forEach(mailing -> mailing.message().messageId().map(MessageIds::normalised)
                .ifPresent(known::add));
        outgoing.evidence().receivedMessages().forEach(received -> received.messageId().map(MessageIds::normalised)
                .ifPresent(known::add));
        return known;
    }
}
