package org.mimawari.indicator.sent;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.OutgoingScope;
import org.mimawari.indicator.outgoing.StretchSearch;
import org.mimawari.indicator.outgoing.Volume;

/**
 * Recipients scattered over many organisations that the mailbox never wrote to: ten domains in one message, or
 * thirty within an hour.
 */
public final class SentFanoutDomains implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-fanout-domains", Family.SENT,
            AttackStage.ABUSE, Level.MEDIUM, 40, 0.65, List.of("T1586.002"),
            Set.of(EvidenceKind.SENT_MESSAGE));
    private static final Duration WINDOW = Duration.ofMinutes(60);
    private static final int IN_ONE_MESSAGE = 10;
    private static final int IN_AN_HOUR = 30;
    private static final double STRANGERS = 0.8;

    private final OutgoingScope scope;

    public SentFanoutDomains(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (evidence.kind() == MailboxKind.BULK) {
            return List.of();
        }
        Outgoing outgoing = scope.of(evidence);
        // Every domain needs a recipient of its own, and there must be strangers among them.
        if (outgoing.busiestHour().identified() < IN_ONE_MESSAGE || outgoing.busiestHour().fresh() == 0) {
            return List.of();
        }
        DomainSpread spread = new DomainSpread(outgoing.mailings());
        return new StretchSearch(outgoing.mailings(), WINDOW, Mailing::added)
                .find((window, first, last) -> isScattered(spread, outgoing.mailings().get(last), window,
                        spread.move(first, last))).stream()
                .map(stretch -> StretchFinding.byHabit(PROFILE, outgoing, stretch, "fan-out")
                        .because("domains", spread.count(stretch.mailings()))).toList();
    }

    private static boolean isScattered(DomainSpread spread, Mailing latest, Volume window, int domains) {
        boolean one = latest.added() > 0 && isToStrangers(latest) && spread.count(List.of(latest)) >= IN_ONE_MESSAGE;
        return one || domains >= IN_AN_HOUR && window.share() >= STRANGERS;
    }

    private static boolean isToStrangers(Mailing mailing) {
        return mailing.identified() > 0 && mailing.fresh() >= STRANGERS * mailing.identified();
    }
}
