package org.mimawari.indicator.sent;

import java.time.Duration;
import java.time.Instant;
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
import org.mimawari.indicator.outgoing.Volume;

/**
 * Within 24 hours the mailbox wrote to many more strangers than on any of its days before: a relay that stays below
 * every hourly limit.
 */
public final class SentSlowNovel implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-slow-novel", Family.SENT,
            AttackStage.ABUSE, Level.MEDIUM, 45, 0.65, List.of("T1586.002"), Set.of(EvidenceKind.SENT_MESSAGE));
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration LEAST_HISTORY = Duration.ofDays(2);
    private static final int FEWEST = 60;
    private static final double TIMES_MOST = 2;
    /** Nobody writes to strangers round the clock: so many different hours of a day need a machine. */
    private static final int ROUND_THE_CLOCK = 18;
    private static final double STRANGERS_ONLY = 0.8;
    private static final int RESTLESS_WEIGHT = 60;
    private static final double RESTLESS_CONFIDENCE = 0.75;

    private final OutgoingScope scope;

    public SentSlowNovel(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Outgoing outgoing = scope.of(evidence);
        if (outgoing.busiestDay().added() < FEWEST) {
            return List.of();
        }
        Habit habit = new Habit(outgoing);
        return new StretchSearch(outgoing.mailings(), WINDOW, Mailing::added).find(habit::isExceeded).stream()
                .map(stretch -> finding(outgoing, stretch)).toList();
    }

    private static Finding finding(Outgoing outgoing, Stretch stretch) {
        Finding finding = StretchFinding.byHabit(PROFILE, outgoing, stretch, "slow");
        boolean restless = stretch.volume().share() >= STRANGERS_ONLY
                && !StretchFinding.isMachine(outgoing.evidence().kind()) && hoursOfTheDay(stretch) >= ROUND_THE_CLOCK;
        return restless ? finding.judged(Level.HIGH, RESTLESS_WEIGHT, RESTLESS_CONFIDENCE) : finding;
    }

    private static long hoursOfTheDay(Stretch stretch) {
        return stretch.mailings().stream().filter(mailing -> mailing.added() > 0)
                .map(mailing -> mailing.time().getEpochSecond() / 3_600 % 24).distinct().count();
    }

    /** The limit of one mailbox as it moves with its past. */
    private static final class Habit {

        private final Outgoing outgoing;
        private final ActiveHours days;
        private int known = -1;
        private double most;

        Habit(Outgoing outgoing) {
            this.outgoing = outgoing;
            this.days = new ActiveHours(outgoing, WINDOW);
        }

        boolean isExceeded(Volume window, int first, int last) {
            Instant start = outgoing.mailings().get(first).time();
            days.learnUntil(start);
            if (window.added() < FEWEST || outgoing.historyBefore(start).compareTo(LEAST_HISTORY) < 0) {
                return false;
            }
            if (known != days.version()) {
                known = days.version();
                most = days.most(Volume::added);
            }
            boolean exceeded = window.added() >= TIMES_MOST * most;
            if (exceeded) {
                days.leaveOut(first, last);
            }
            return exceeded;
        }
    }
}
