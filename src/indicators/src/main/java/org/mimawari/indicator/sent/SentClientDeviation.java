package org.mimawari.indicator.sent;

import java.time.Duration;
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
import org.mimawari.indicator.habit.ClientFamilies;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.MessageIds;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.OutgoingScope;
import org.mimawari.indicator.outgoing.Stretch;
import org.mimawari.indicator.outgoing.StretchSearch;

/**
 * Messages bear at least two traces of another mail program than any the mailbox used before: its name, the host of
 * the Message-ID, or the build of the Message-ID.
 */
public final class SentClientDeviation implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-client-deviation", Family.SENT,
            AttackStage.ABUSE, Level.MEDIUM, 40, 0.65, List.of("T1586.002"),
            Set.of(EvidenceKind.SENT_MESSAGE));
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int FEWEST = 3;

    private final OutgoingScope scope;

    public SentClientDeviation(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Outgoing outgoing = scope.of(evidence);
        if (outgoing.busiestDay().messages() < FEWEST) {
            return List.of();
        }
        List<Mailing> odd = new ProgramTraces(ClientFamilies.of(evidence)).unlikeBefore(outgoing.mailings());
        return new StretchSearch(odd, WINDOW, Mailing::recipients)
                .find((window, first, last) -> window.messages() >= FEWEST).stream()
                .map(stretch -> finding(outgoing, stretch)).toList();
    }

    private static Finding finding(Outgoing outgoing, Stretch stretch) {
        SentMessage first = stretch.mailings().get(0).message();
        return StretchFinding.byHabit(PROFILE, outgoing, stretch, "client")
                .because("client", first.client().orElse("-"))
                .because("host", first.messageId().map(MessageIds::host).orElse("-"));
    }
}
