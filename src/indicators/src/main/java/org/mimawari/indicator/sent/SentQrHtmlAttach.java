package org.mimawari.indicator.sent;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MessageContent;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.outgoing.KeyedStretches;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.OutgoingScope;

/**
 * A kind of attachment that runs, renders or hides something, sent by this mailbox for the first time, to five or
 * more people outside.
 */
public final class SentQrHtmlAttach implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-qr-html-attach", Family.SENT,
            AttackStage.ABUSE, Level.MEDIUM, 45, 0.65, List.of("T1566.001"),
            Set.of(EvidenceKind.SENT_MESSAGE));
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int FEWEST = 5;

    private final OutgoingScope scope;

    public SentQrHtmlAttach(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Outgoing outgoing = scope.of(evidence);
        if (!outgoing.mayTellContent() || outgoing.busiestDay().external() < FEWEST) {
            return List.of();
        }
        return new KeyedStretches(outgoing.mailings(), WINDOW, SentQrHtmlAttach::kinds)
                .find(window -> window.external() >= FEWEST).stream()
                .map(sent -> StretchFinding.byHabit(PROFILE, outgoing, sent.stretch(), sent.key())
                        .because("kind", sent.key())).toList();
    }

    private static List<String> kinds(Mailing mailing) {
        if (mailing.message().content().isEmpty()) {
            return List.of();
        }
        return mailing.message().content().map(MessageContent::attachments).orElse(List.of()).stream()
                .flatMap(AttachmentKind::risky).distinct().toList();
    }
}
