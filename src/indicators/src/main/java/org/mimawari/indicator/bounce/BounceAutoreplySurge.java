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
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.OutgoingScope;
import org.mimawari.indicator.outgoing.Runs;

/**
 * Absence notes and other automatic replies came in for messages the Sent folder does not know, five and more within
 * an hour (RFC 3834).
 */
public final class BounceAutoreplySurge implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("bounce-autoreply-surge", Family.BOUNCE,
            AttackStage.ABUSE, Level.MEDIUM, 45, 0.75, List.of("T1586.002"),
            Set.of(EvidenceKind.RECEIVED_MESSAGE, EvidenceKind.SENT_MESSAGE));
    private static final Duration WINDOW = Duration.ofMinutes(60);
    private static final int FEWEST = 5;
    private static final Multiplier PERHAPS_FORGED = Multiplier.modifier("perhaps-forged", 0.3);

    private final OutgoingScope scope;

    public BounceAutoreplySurge(OutgoingScope scope) {
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
        List<ReceivedMessage> replies = evidence.receivedMessages().stream()
                .filter(received -> received.automatic() && received.time().isPresent())
                .filter(received -> unknown.isUnknown(received)).toList();
        return Runs.split(replies, WINDOW).stream()
                .filter(run -> Densest.different(run, WINDOW, reply -> reply, BounceAutoreplySurge::sender) >= FEWEST)
                .map(run -> finding(evidence, unknown, run)).toList();
    }

    private static List<String> sender(ReceivedMessage reply) {
        return List.of(reply.from().orElse(""));
    }

    private static Finding finding(MailboxEvidence evidence, UnknownAnswers unknown, List<ReceivedMessage> run) {
        Finding finding = Finding.of(PROFILE, evidence, TimeRange.of(run), "auto-replies",
                Reason.number("replies", run.size()).andNumber("senders",
                        run.stream().flatMap(reply -> sender(reply).stream()).distinct().count()), Citation.of(run));
        long ours = run.stream().filter(unknown::isOurs).count();
        return ours * 2 >= run.size() ? finding : finding.times(PERHAPS_FORGED);
    }
}
