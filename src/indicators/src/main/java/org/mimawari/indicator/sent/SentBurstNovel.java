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
import org.mimawari.indicator.outgoing.StretchSearch;
import org.mimawari.indicator.outgoing.Volume;

/**
 * Within sixty minutes the mailbox wrote to many people it was never in touch with before, far more than in its own
 * busy hours, and to hardly anybody else.
 */
public final class SentBurstNovel implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-burst-novel", Family.SENT,
            AttackStage.ABUSE, Level.HIGH, 60, 0.75, List.of("T1586.002", "T1534"),
            Set.of(EvidenceKind.SENT_MESSAGE));
    private static final Duration WINDOW = Duration.ofMinutes(60);
    private static final int FEWEST = 20;
    private static final int FEWEST_WITHOUT_HISTORY = 50;
    private static final double TIMES_USUAL = 2;
    private static final double LEAST_SHARE = 0.5;
    private static final double MOST_SHARE_ASKED = 0.9;
    private static final double ABOVE_USUAL_SHARE = 0.1;
    /** In an hour with fewer recipients a share says nothing. */
    private static final int TELLING = 5;

    private final OutgoingScope scope;

    public SentBurstNovel(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Outgoing outgoing = scope.of(evidence);
        if (outgoing.busiestHour().added() < FEWEST) {
            return List.of();
        }
        Habit habit = new Habit(outgoing);
        return new StretchSearch(outgoing.mailings(), WINDOW, Mailing::added).find(habit::isExceeded).stream()
                .map(stretch -> StretchFinding.byHabit(PROFILE, outgoing, stretch, "burst")).toList();
    }

    /** The limits of one mailbox as they move with its past. */
    private static final class Habit {

        private final Outgoing outgoing;
        private final ActiveHours hours;
        private int known = -1;
        private double strangers;
        private double share;

        Habit(Outgoing outgoing) {
            this.outgoing = outgoing;
            this.hours = new ActiveHours(outgoing, WINDOW);
        }

        boolean isExceeded(Volume window, int first, int last) {
            Instant start = outgoing.mailings().get(first).time();
            hours.learnUntil(start);
            boolean few = window.added() < FEWEST
                    || window.added() < FEWEST_WITHOUT_HISTORY && outgoing.isColdStart(start);
            if (few || window.share() < LEAST_SHARE) {
                return false;
            }
            refresh();
            boolean exceeded = window.added() >= TIMES_USUAL * strangers
                    && window.share() >= Math.min(MOST_SHARE_ASKED, share + ABOVE_USUAL_SHARE);
            if (exceeded) {
                hours.leaveOut(first, last);
            }
            return exceeded;
        }

        private void refresh() {
            if (known != hours.version()) {
                known = hours.version();
                strangers = hours.usualMost(Volume::added);
                share = hours.usualMost(hour -> hour.identified() < TELLING ? 0 : hour.share());
            }
        }
    }
}
