package org.mimawari.indicator.bounce;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.ReceivedMessage;
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
import org.mimawari.indicator.words.WordList;

/**
 * People answer, or ask about, messages that a server saw leave but the Sent folder does not know.
 */
public final class BounceReplyUnknown implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("bounce-reply-unknown", Family.BOUNCE,
            AttackStage.ABUSE, Level.MEDIUM, 40, 0.65, List.of("T1586.002"),
            Set.of(EvidenceKind.RECEIVED_MESSAGE, EvidenceKind.SENT_MESSAGE));
    private static final WordList DOUBT = WordList.load("sent-doubt");
    private static final Duration WINDOW = Duration.ofHours(48);
    private static final int FEWEST = 2;

    private final OutgoingScope scope;

    public BounceReplyUnknown(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (evidence.receivedMessages().isEmpty()) {
            return List.of();
        }
        Outgoing outgoing = scope.of(evidence);
        UnknownAnswers unknown = new UnknownAnswers(outgoing, scope.policy().ownDomains());
        List<ReceivedMessage> answers = evidence.receivedMessages().stream()
                .filter(received -> !received.automatic() && received.time().isPresent())
                .filter(received -> unknown.answersUncopied(received) || asks(received)).toList();
        return Runs.split(answers, WINDOW).stream()
                .filter(run -> Densest.different(run, WINDOW, answer -> answer, BounceReplyUnknown::sender) >= FEWEST)
                .map(run -> finding(evidence, run)).toList();
    }

    /** A reply with such words in its subject; a warning of the own house that speaks of spam is none. */
    private boolean asks(ReceivedMessage received) {
        boolean foreign = received.from().filter(scope.policy().ownDomains()::isForeign).isPresent();
        return foreign && received.inReplyTo().isPresent() && received.subject().filter(DOUBT::hitsAny).isPresent();
    }

    private static List<String> sender(ReceivedMessage answer) {
        return List.of(answer.from().orElse(""));
    }

    private static Finding finding(MailboxEvidence evidence, List<ReceivedMessage> run) {
        return Finding.of(PROFILE, evidence, TimeRange.of(run), "replies", Reason.number("replies", run.size())
                .andText("subject", run.stream().flatMap(each -> each.subject().stream()).findFirst().orElse("")),
                Citation.of(run));
    }
}
