package org.mimawari.indicator.sent;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

/**
 * Twenty or more recipients within an hour, in hours of the week in which the mailbox hardly ever sends (INDICATORS
 * §4.4). The zone is the operator's; Japanese national holidays count like Sundays.
 */
public final class SentOffhours implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-offhours", Family.SENT,
            AttackStage.ABUSE, Level.MEDIUM, 35, 0.6, List.of("T1586.002"), Set.of(EvidenceKind.SENT_MESSAGE));
    private static final Duration WINDOW = Duration.ofMinutes(60);
    private static final int FEWEST = 20;
    /** What happened yesterday is no habit yet. */
    private static final Duration BECOMES_HABIT = Duration.ofHours(48);

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
        List<Mailing> unusual = new Night(outgoing, new Rhythm(scope.policy().zone(), evidence.kind())).mailings();
        return new StretchSearch(unusual, WINDOW, Mailing::external)
                .find((window, first, last) -> window.external() >= FEWEST).stream()
                .map(stretch -> StretchFinding.byHabit(PROFILE, outgoing, stretch, "offhours")).toList();
    }

    /** One walk through the mail in order of time: what was sent at an unusual hour, by what came long enough before. */
    private static final class Night {

        private final Outgoing outgoing;
        private final Rhythm rhythm;
        private final List<Mailing> unusual = new ArrayList<>();
        private final boolean[] leftOut;
        private int learnt;
        private int windowStart;
        private long inWindow;

        Night(Outgoing outgoing, Rhythm rhythm) {
            this.outgoing = outgoing;
            this.rhythm = rhythm;
            this.leftOut = new boolean[outgoing.mailings().size()];
        }

        List<Mailing> mailings() {
            List<Mailing> all = outgoing.mailings();
            boolean[] odd = new boolean[all.size()];
            for (int i = 0; i < all.size(); i++) {
                Instant now = all.get(i).time();
                boolean longKnown = !outgoing.isColdStart(now);
                learnUntil(now.minus(BECOMES_HABIT));
                odd[i] = rhythm.isUnusual(now, longKnown);
                slide(odd, i);
                if (odd[i]) {
                    unusual.add(all.get(i));
                    leftOut[i] = longKnown && inWindow >= FEWEST;
                }
            }
            return unusual;
        }

        private void learnUntil(Instant moment) {
            List<Mailing> all = outgoing.mailings();
            while (learnt < all.size() && all.get(learnt).time().isBefore(moment)) {
                if (!leftOut[learnt]) {
                    rhythm.learn(all.get(learnt).time());
                }
                learnt++;
            }
            rhythm.forgetBefore(moment);
        }

        private void slide(boolean[] odd, int last) {
            List<Mailing> all = outgoing.mailings();
            Instant start = all.get(last).time().minus(WINDOW);
            inWindow += odd[last] ? all.get(last).external() : 0;
            while (!all.get(windowStart).time().isAfter(start)) {
                inWindow -= odd[windowStart] ? all.get(windowStart).external() : 0;
                windowStart++;
            }
        }
    }
}
