package org.mimawari.indicator.sent;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.mimawari.indicator.outgoing.Mailing;
import org.mimawari.indicator.outgoing.Outgoing;

/**
 * What a mailbox sent in hours of the week in which it hardly ever sends, by what came at least two days before. Much
 * mail at an unusual hour does not make that hour usual. One walk through the mail in order of time.
 */
final class UnusualHours {

    private static final Duration WINDOW = Duration.ofMinutes(60);
    private static final int MUCH = 20;
    /** What happened yesterday is no habit yet. */
    private static final Duration BECOMES_HABIT = Duration.ofHours(48);

    private final Outgoing outgoing;
    private final List<Mailing> all;
    private final Rhythm rhythm;
    private final List<Mailing> unusual = new ArrayList<>();
    private final Set<Mailing> lookup = Collections.newSetFromMap(new IdentityHashMap<>());
    private final boolean[] odd;
    private final boolean[] leftOut;
    private int learnt;
    private int windowStart;
    private long inWindow;

    private UnusualHours(Outgoing outgoing, Rhythm rhythm) {
        this.outgoing = outgoing;
        this.all = outgoing.mailings();
        this.rhythm = rhythm;
        this.odd = new boolean[all.size()];
        this.leftOut = new boolean[all.size()];
    }

    static UnusualHours of(Outgoing outgoing, ZoneId zone) {
        UnusualHours hours = new UnusualHours(outgoing, new Rhythm(zone, outgoing.evidence().kind()));
        for (int i = 0; i < hours.all.size(); i++) {
            hours.judge(i);
        }
        return hours;
    }

    /** In order of time. */
    List<Mailing> mailings() {
        return unusual;
    }

    boolean contains(Mailing mailing) {
        return lookup.contains(mailing);
    }

    private void judge(int i) {
        Instant now = all.get(i).time();
        boolean longKnown = !outgoing.isColdStart(now);
        learnUntil(now.minus(BECOMES_HABIT));
        odd[i] = rhythm.isUnusual(now, longKnown);
        slide(i);
        if (odd[i]) {
            unusual.add(all.get(i));
            lookup.add(all.get(i));
            leftOut[i] = longKnown && inWindow >= MUCH;
        }
    }

    private void learnUntil(Instant moment) {
        while (learnt < all.size() && all.get(learnt).time().isBefore(moment)) {
            if (!leftOut[learnt]) {
                rhythm.learn(all.get(learnt).time());
            }
            learnt++;
        }
        rhythm.forgetBefore(moment);
    }

    private void slide(int last) {
        Instant start = all.get(last).time().minus(WINDOW);
        inWindow += odd[last] ? all.get(last).external() : 0;
        while (!all.get(windowStart).time().isAfter(start)) {
            inWindow -= odd[windowStart] ? all.get(windowStart).external() : 0;
            windowStart++;
        }
    }
}
