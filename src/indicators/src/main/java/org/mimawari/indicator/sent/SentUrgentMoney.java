package org.mimawari.indicator.sent;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SentMessage;
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
import org.mimawari.indicator.words.WordList;

/**
 * Several people who know the owner are pressed for money: pressure and money in one message, to three or more of
 * them within a day. Only where the text of the mail was read.
 */
public final class SentUrgentMoney implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-urgent-money", Family.SENT,
            AttackStage.ABUSE, Level.MEDIUM, 35, 0.55, List.of("T1657"),
            Set.of(EvidenceKind.SENT_MESSAGE));
    private static final WordList PRESSURE = WordList.load("urgency");
    private static final WordList MONEY = WordList.load("money-plea");
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int FEWEST = 3;

    private final OutgoingScope scope;

    public SentUrgentMoney(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (StretchFinding.isMachine(evidence.kind())) {
            return List.of();
        }
        Outgoing outgoing = scope.of(evidence);
        if (!outgoing.mayTellContent() || outgoing.busiestDay().identified() < FEWEST) {
            return List.of();
        }
        return new KeyedStretches(outgoing.mailings(), WINDOW, SentUrgentMoney::plea)
                .find(window -> window.identified() - window.fresh() >= FEWEST).stream()
                .map(plea -> StretchFinding.byHabit(PROFILE, outgoing, plea.stretch(), plea.key())
                        .because("words", words(plea.stretch().mailings().get(0).message()))).toList();
    }

    /** Pleas with the same words for money belong together. */
    private static List<String> plea(Mailing mailing) {
        String text = text(mailing.message());
        return text.isBlank() || !PRESSURE.hitsAny(text) ? List.of() : MONEY.hits(text).stream().limit(1).toList();
    }

    private static List<String> words(SentMessage message) {
        return Stream.concat(PRESSURE.hits(text(message)).stream(), MONEY.hits(text(message)).stream()).limit(6)
                .toList();
    }

    private static String text(SentMessage message) {
        return message.content().map(content -> message.subject().orElse("") + "\n" + content.text()).orElse("");
    }
}
