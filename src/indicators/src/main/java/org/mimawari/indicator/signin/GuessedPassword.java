package org.mimawari.indicator.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.habit.Glance;
import org.mimawari.indicator.habit.Outside;
import org.mimawari.indicator.habit.SourceHabits;

/**
 * Looks for passwords that were tried until one was right: at least {@value #FAST} wrong ones within an hour, or
 * {@value #SLOW} within a day from {@value #SLOW_SOURCES} places, and then a success from one of those places or from a
 * new one. Failures from where the owner usually comes are an old password on the owner's own device. Linear.
 */
final class GuessedPassword {

    private static final int FAST = 10;
    private static final int SLOW = 6;
    private static final int SLOW_SOURCES = 3;
    private static final int GOES_ON = 3;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final MailboxEvidence evidence;
    private final SourceHabits habits;
    private final RecentFailures hour = new RecentFailures(HOUR);
    private final RecentFailures day = new RecentFailures(DAY);

    /**
     * A success after guessing.
     *
     * @param failures the attempts before it, in order of time
     * @param sameSource whether it came from one of the places that had failed
     * @param goesOn whether the guessing went on afterwards, as if it had not found anything
     */
    record Hit(List<SignIn> failures, SignIn success, boolean sameSource, boolean goesOn) {

        long attempts() {
            return failures.stream().mapToLong(SignIn::attempts).sum();
        }

        List<SignIn> pieces() {
            List<SignIn> pieces = new ArrayList<>(failures);
            pieces.add(success);
            return pieces;
        }
    }

    private GuessedPassword(MailboxEvidence evidence) {
        this.evidence = evidence;
        this.habits = SourceHabits.of(evidence);
    }

    /** What several indicators want to know of one mailbox. */
    private record Hits(List<Hit> list) {}

    static List<Hit> hits(MailboxEvidence evidence) {
        return evidence.derived(Hits.class, GuessedPassword::find).list();
    }

    private static Hits find(MailboxEvidence evidence) {
        // A hit needs at least that many wrong passwords within a day, wherever they came from.
        boolean possible = Glance.of(evidence).mostGuessesInADay() >= SLOW;
        return new Hits(possible ? new GuessedPassword(evidence).hits() : List.of());
    }

    /** The wrong passwords that did not come from where the owner usually is, in order of time. */
    static List<SignIn> strangeFailures(MailboxEvidence evidence) {
        SourceHabits habits = SourceHabits.of(evidence);
        return evidence.signIns().stream().filter(SignIn::wrongPassword)
                .filter(signIn -> Outside.isOutside(signIn, evidence) && !habits.isHabitual(signIn)).toList();
    }

    private List<Hit> hits() {
        List<Hit> hits = new ArrayList<>();
        List<SignIn> all = evidence.signIns();
        for (int i = 0; i < all.size(); i++) {
            SignIn signIn = all.get(i);
            boolean counts = signIn.wrongPassword() || signIn.succeeded();
            if (!counts || !Outside.isOutside(signIn, evidence) || habits.isHabitual(signIn)) {
                continue;
            }
            if (signIn.wrongPassword()) {
                hour.add(signIn);
                day.add(signIn);
            } else if (isGuessed(signIn)) {
                hits.add(hit(all, i));
            }
        }
        return hits;
    }

    private boolean isGuessed(SignIn success) {
        Instant when = success.time().orElseThrow();
        hour.forgetBefore(when);
        day.forgetBefore(when);
        boolean fast = hour.attempts() >= FAST && isFromThere(hour, success);
        return fast || day.attempts() >= SLOW && day.sources() >= SLOW_SOURCES && isFromThere(day, success);
    }

    private boolean isFromThere(RecentFailures failures, SignIn success) {
        return failures.cameFrom(success)
                || success.ip().filter(ip -> habits.isNew(ip, success.time().orElseThrow())).isPresent();
    }

    private Hit hit(List<SignIn> all, int at) {
        Hit hit = new Hit(attempts(all.get(at)), all.get(at), day.cameFrom(all.get(at)), goesOn(all, at));
        hour.clear();
        day.clear();
        return hit;
    }

    /** What stray failures, which any open server sees all day, have no part in, where others are enough by themselves. */
    private List<SignIn> attempts(SignIn success) {
        List<SignIn> same = day.from(success);
        if (same.stream().mapToLong(SignIn::attempts).sum() >= FAST) {
            return same;
        }
        return hour.attempts() >= FAST ? hour.all() : day.all();
    }

    /** Stops at the third failure, so that hits, which need more of them, keep the whole linear. */
    private static boolean goesOn(List<SignIn> all, int at) {
        Instant until = all.get(at).time().orElseThrow().plus(HOUR);
        int failures = 0;
        for (int i = at + 1; i < all.size() && failures < GOES_ON; i++) {
            if (all.get(i).time().orElseThrow().isAfter(until)) {
                break;
            }
            failures += all.get(i).wrongPassword() ? 1 : 0;
        }
        return failures >= GOES_ON;
    }
}
