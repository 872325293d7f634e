package org.mimawari.indicator.signin;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.habit.Episodes;
import org.mimawari.indicator.habit.Outside;

/**
 * A sign-in by a person at an hour of the week in which the mailbox has less than {@value #SHARE} of its own sign-ins;
 * judged after {@value #DAYS} days of history, in the organisation's zone (ATT&amp;CK T1078).
 */
public final class SignInOffhours implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-offhours", Level.LOW, 12, 0.5, "T1078");
    private static final double SHARE = 0.005;
    private static final int DAYS = 14;
    private static final int ENOUGH = 40;
    private static final int HOURS = 24 * 7;
    private static final Duration NIGHT = Duration.ofHours(12);

    private final ZoneId zone;

    public SignInOffhours(Policy policy) {
        this.zone = policy.zone();
    }

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (evidence.kind() == MailboxKind.ROBOT || evidence.kind() == MailboxKind.BULK) {
            return List.of();
        }
        Strangers strangers = Strangers.of(evidence);
        return Episodes.of(odd(evidence), s -> strangers.isStrange(s) ? "off-hours" : "off-hours own device", NIGHT)
                .stream().limit(20).map(episode -> {
                    Finding finding = SignInFinding.of(PROFILE, evidence, episode.key(), episode.pieces());
                    return strangers.isStrange(episode.first()) ? finding : SignInFinding.asHabitual(finding);
                }).toList();
    }

    private List<SignIn> odd(MailboxEvidence evidence) {
        int[] hours = new int[HOURS];
        int total = 0;
        List<SignIn> odd = new ArrayList<>();
        List<SignIn> history = Outside.history(evidence).stream().filter(SignInOffhours::isByPerson).toList();
        for (SignIn signIn : history) {
            int hour = hour(signIn);
            Duration known = Duration.between(history.get(0).time().orElseThrow(), signIn.time().orElseThrow());
            if (total >= ENOUGH && known.toDays() >= DAYS && near(hours, hour) < SHARE * total) {
                odd.add(signIn);
            }
            hours[hour]++;
            total++;
        }
        return odd;
    }

    /** People are not punctual: an hour to either side counts, and so do the other working days, or the weekend. */
    private static int near(int[] hours, int hour) {
        int sum = 0;
        for (int day = 0; day < 7; day++) {
            if (isWeekend(day) == isWeekend(hour / 24)) {
                for (int shift = -1; shift <= 1; shift++) {
                    sum += hours[(hour % 24 + day * 24 + shift + HOURS) % HOURS];
                }
            }
        }
        return sum;
    }

    private static boolean isWeekend(int day) {
        return day >= 5;
    }

    private int hour(SignIn signIn) {
        ZonedDateTime local = signIn.time().orElseThrow().atZone(zone);
        return (local.getDayOfWeek().getValue() - 1) * 24 + local.getHour();
    }

    private static boolean isByPerson(SignIn signIn) {
        return signIn.protocol() != SignIn.Protocol.ACTIVESYNC && !signIn.traits()
                .contains(SignInTrait.NON_INTERACTIVE);
    }
}
