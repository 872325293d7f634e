package org.mimawari.indicator.sent;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.Outgoing;
import org.mimawari.indicator.outgoing.OutgoingScope;
import org.mimawari.indicator.outgoing.Stretch;
import org.mimawari.indicator.outgoing.StretchSearch;

/**
 * Twenty or more recipients within an hour, in hours of the week in which the mailbox hardly ever sends. The zone is the operator's; Japanese national holidays count like Sundays.
 */
public final class SentOffhours implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-offhours", Family.SENT,
            AttackStage.ABUSE, Level.MEDIUM, 35, 0.6, List.of("T1586.002"), Set.of(EvidenceKind.SENT_MESSAGE));
    private static final Duration WINDOW = Duration.ofMinutes(60);
    private static final int FEWEST = 20;
    /** Answering mail at night is a person's habit; writing to sixty strangers at night is not. */
    private static final int MANY_STRANGERS = 60;
    private static final double STRANGERS_ONLY = 0.8;
    private static final int TO_STRANGERS_WEIGHT = 50;
    private static final double TO_STRANGERS_CONFIDENCE = 0.65;

    private final OutgoingScope scope;

    public SentOffhours(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Outgoing outgoing = scope.of(evidence);
        if (outgoing.busiestHour().external() < FEWEST) {
            return List.of();
        }
        List<Mailing> unusual = UnusualHours.of(outgoing, scope.policy().zone()).mailings();
        return new StretchSearch(unusual, WINDOW, Mailing::external)
                .find((window, first, last) -> window.external() >= FEWEST).stream()
                .map(stretch -> finding(outgoing, stretch)).toList();
    }

    private static Finding finding(Outgoing outgoing, Stretch stretch) {
        Finding finding = StretchFinding.byHabit(PROFILE, outgoing, stretch, "offhours");
        boolean toStrangers = stretch.volume().added() >= MANY_STRANGERS
                && stretch.volume().share() >= STRANGERS_ONLY;
        return toStrangers ? finding.judged(Level.HIGH, TO_STRANGERS_WEIGHT, TO_STRANGERS_CONFIDENCE) : finding;
    }
}
