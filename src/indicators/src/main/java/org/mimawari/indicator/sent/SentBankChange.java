package org.mimawari.indicator.sent;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MessageContent;
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
import org.mimawari.indicator.outgoing.Stretch;
import org.mimawari.indicator.words.WordList;

/**
 * A message asks to pay into a changed account and names an account that this mailbox never gave before. Only where
 * the text of the mail was read.
 */
public final class SentBankChange implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-bank-change", Family.SENT,
            AttackStage.ABUSE, Level.MEDIUM, 45, 0.6, List.of("T1657"),
            Set.of(EvidenceKind.SENT_MESSAGE));
    private static final WordList CHANGE = WordList.load("bank-change");
    private static final Duration WINDOW = Duration.ofDays(7);

    private final OutgoingScope scope;

    public SentBankChange(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Outgoing outgoing = scope.of(evidence);
        if (!outgoing.mayTellContent()) {
            return List.of();
        }
        // Every message that names an account teaches it; only those that speak of a change are found.
        return new KeyedStretches(outgoing.mailings(), WINDOW, SentBankChange::accounts).find(window -> true).stream()
                .flatMap(account -> finding(outgoing, account).stream()).toList();
    }

    private static List<String> accounts(Mailing mailing) {
        if (mailing.message().content().isEmpty()) {
            return List.of();
        }
        return mailing.message().content().map(content -> BankAccounts.in(content.text())).orElse(List.of());
    }

    private static Optional<Finding> finding(Outgoing outgoing, KeyedStretches.Keyed account) {
        List<Mailing> asking = account.stretch().mailings().stream()
                .filter(mailing -> mailing.external() > 0 && asksForChange(mailing.message())).toList();
        if (asking.isEmpty()) {
            return Optional.empty();
        }
        Finding finding = StretchFinding.byHabit(PROFILE, outgoing, Stretch.of(asking), account.key());
        return Optional.of(finding.because("account", BankAccounts.masked(account.key())));
    }

    private static boolean asksForChange(SentMessage message) {
        return CHANGE.hitsAny(message.subject().orElse("") + "\n"
                + message.content().map(MessageContent::text).orElse(""));
    }
}
