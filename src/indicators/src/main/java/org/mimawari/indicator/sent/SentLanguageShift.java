package org.mimawari.indicator.sent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
import org.mimawari.indicator.words.TextMemory;

/**
 * Several messages in a script the mailbox never wrote in before. Says nothing of languages that
 * share a script.
 */
public final class SentLanguageShift implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-language-shift", Family.SENT,
            AttackStage.ABUSE, Level.LOW, 25, 0.5, List.of("T1586.002"),
            Set.of(EvidenceKind.SENT_MESSAGE));
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final int FEWEST = 5;
    private static final int KNOWN_BEFORE = 20;

    private final OutgoingScope scope;

    public SentLanguageShift(OutgoingScope scope) {
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
        TextMemory<List<String>> scripts = new TextMemory<>(text -> Script.of(text).stream().toList());
        return new KeyedStretches(outgoing.mailings(), WINDOW, mailing -> script(mailing, scripts))
                .find(FEWEST, window -> window.messages() >= FEWEST).stream()
                .filter(shift -> isKnown(outgoing, shift.stretch().from(), scripts))
                .map(shift -> StretchFinding.byHabit(PROFILE, outgoing, shift.stretch(), shift.key())
                        .because("script", shift.key())).toList();
    }

    private static List<String> script(Mailing mailing, TextMemory<List<String>> scripts) {
        Optional<MessageContent> content = mailing.message().content();
        boolean said = content.isPresent() && !content.get().text().isBlank();
        return scripts.of(said ? content.get().text() : mailing.message().subject().orElse(""));
    }

    private static boolean isKnown(Outgoing outgoing, Instant moment, TextMemory<List<String>> scripts) {
        return outgoing.mailings().stream().takeWhile(mailing -> mailing.time().isBefore(moment))
                .filter(mailing -> !script(mailing, scripts).isEmpty()).limit(KNOWN_BEFORE).count() == KNOWN_BEFORE;
    }
}
