package org.mimawari.indicator.sent;

import java.time.Duration;
import java.util.ArrayList;
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
import org.mimawari.indicator.outgoing.Stretch;
import org.mimawari.indicator.outgoing.StretchSearch;
import org.mimawari.indicator.outgoing.Volume;

/**
 * The mailbox sent more than any of its kind does, whatever its past: the rule for mailboxes whose past is not known.
 * Counts recipients outside the own domains.
 */
public final class SentBurstAbsolute implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("sent-burst-absolute", Family.SENT,
            AttackStage.ABUSE, Level.MEDIUM, 50, 0.6, List.of("T1586.002"), Set.of(EvidenceKind.SENT_MESSAGE));
    private static final Duration HOUR = Duration.ofMinutes(60);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final int PERSON_IN_TEN_MINUTES = 50;
    private static final int PERSON_IN_AN_HOUR = 100;
    private static final int ROLE_IN_AN_HOUR = 300;
    private static final double TIMES_USUAL = 3;
    /** So many times its limit no person sends, and no relay of a person's mail program accepts. */
    private static final double FAR_BEYOND = 10;
    private static final int FAR_BEYOND_WEIGHT = 75;
    private static final double FAR_BEYOND_CONFIDENCE = 0.7;
    /** Thousands of recipients need no past to compare with. */
    private static final double OUT_OF_ALL_BOUNDS = 50;
    private static final int OUT_OF_ALL_BOUNDS_WEIGHT = 85;
    private static final double OUT_OF_ALL_BOUNDS_CONFIDENCE = 0.85;

    private final OutgoingScope scope;

    public SentBurstAbsolute(OutgoingScope scope) {
        this.scope = scope;
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Outgoing outgoing = scope.of(evidence);
        // The lowest of the limits; ten minutes hold no more than the hour around them.
        if (outgoing.busiestHour().external() < PERSON_IN_TEN_MINUTES) {
            return List.of();
        }
        List<Stretch> stretches = stretches(outgoing);
        return stretches.stream().map(stretch -> finding(outgoing, stretch)).toList();
    }

    private static List<Stretch> stretches(Outgoing outgoing) {
        MailboxKind kind = outgoing.evidence().kind();
        StretchSearch byHour = new StretchSearch(outgoing.mailings(), HOUR, SentBurstAbsolute::outside);
        if (StretchFinding.isMachine(kind)) {
            return byHour.find(new MachineLimit(outgoing)::isExceeded);
        }
        if (kind == MailboxKind.ROLE) {
            return byHour.find((window, first, last) -> window.external() >= ROLE_IN_AN_HOUR);
        }
        List<Stretch> hourly = byHour.find((window, first, last) -> window.external() >= PERSON_IN_AN_HOUR);
        List<Stretch> fast = new StretchSearch(outgoing.mailings(), TEN_MINUTES, SentBurstAbsolute::outside)
                .find((window, first, last) -> window.external() >= PERSON_IN_TEN_MINUTES);
        List<Stretch> all = new ArrayList<>(hourly);
        fast.stream().filter(stretch -> hourly.stream().noneMatch(other -> touches(other, stretch))).forEach(all::add);
        return all;
    }

    private static boolean touches(Stretch one, Stretch other) {
        return !one.to().isBefore(other.from()) && !other.to().isBefore(one.from());
    }

    private static long outside(Mailing mailing) {
        return mailing.isInternal() ? 0 : mailing.external();
    }

    private static Finding finding(Outgoing outgoing, Stretch stretch) {
        Finding finding = StretchFinding.of(PROFILE, outgoing, stretch, "volume");
        if (StretchFinding.isMachine(outgoing.evidence().kind())) {
            return finding;
        }
        int limit = outgoing.evidence().kind() == MailboxKind.ROLE ? ROLE_IN_AN_HOUR : PERSON_IN_AN_HOUR;
        double times = (double) stretch.volume().external() / limit;
        if (times >= OUT_OF_ALL_BOUNDS) {
            return finding.judged(Level.HIGH, OUT_OF_ALL_BOUNDS_WEIGHT, OUT_OF_ALL_BOUNDS_CONFIDENCE);
        }
        return times >= FAR_BEYOND ? finding.judged(Level.HIGH, FAR_BEYOND_WEIGHT, FAR_BEYOND_CONFIDENCE) : finding;
    }

    /** A robot or newsletter may send much, but not three times what it ever sends. */
    private static final class MachineLimit {

        private final Outgoing outgoing;
        private final ActiveHours hours;
        private int known = -1;
        private double usual;

        MachineLimit(Outgoing outgoing) {
            this.outgoing = outgoing;
            this.hours = new ActiveHours(outgoing, HOUR);
        }

        boolean isExceeded(Volume window, int first, int last) {
            hours.learnUntil(outgoing.mailings().get(first).time());
            if (window.external() < ROLE_IN_AN_HOUR) {
                return false;
            }
            if (known != hours.version()) {
                known = hours.version();
                usual = hours.most(Volume::external);
            }
            boolean mayBulk = outgoing.evidence().kind() == MailboxKind.BULK && hours.count() == 0;
            boolean exceeded = !mayBulk && window.external() >= TIMES_USUAL * usual;
            if (exceeded) {
                hours.leaveOut(first, last);
            }
            return exceeded;
        }
    }
}
