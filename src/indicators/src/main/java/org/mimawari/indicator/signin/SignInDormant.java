package org.mimawari.indicator.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.TenantHabits;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Episodes;
import org.mimawari.indicator.habit.Outside;

/**
 * A sign-in to a mailbox nobody used for two months, to a retired one, or to one that had just been enabled again
 * (ATT&amp;CK T1078).
 */
public final class SignInDormant implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-dormant", Level.MEDIUM, 35, 0.6, "T1078");
    private static final Duration QUIET = Duration.ofDays(60);
    private static final double MOSTLY = 0.75;
    private static final Duration JUST = Duration.ofDays(1);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<SignIn> successes = Outside.history(evidence);
        List<SignIn> woken = new ArrayList<>();
        NavigableSet<Instant> enabled = enabled(evidence);
        Optional<Instant> before = Optional.empty();
        for (SignIn signIn : successes) {
            Instant when = signIn.time().orElseThrow();
            boolean longAgo = before.filter(then -> then.plus(QUIET).isBefore(when) && isLogged(evidence, then, when)).isPresent()
                    && !wasUsed(evidence, when);
            if (longAgo || evidence.kind() == MailboxKind.RETIRED || isJust(enabled, when)) {
                woken.add(signIn);
            }
            before = Optional.of(when);
        }
        if (woken.isEmpty()) {
            return List.of();
        }
        Strangers strangers = Strangers.of(evidence);
        return Episodes.of(woken, signIn -> strangers.isStrange(signIn) ? "woken" : "woken own device").stream()
                .map(episode -> SignInFinding.of(PROFILE, evidence, episode.key(), episode.pieces()))
                .map(found -> found.pattern().equals("woken") ? found : SignInFinding.asHabitual(found)).toList();
    }

    /** True where others signed in during most of those weeks: else it is the log that was silent, not the mailbox. */
    private static boolean isLogged(MailboxEvidence evidence, Instant then, Instant when) {
        long first = TenantHabits.week(then) + 1;
        long after = TenantHabits.week(when);
        long logged = evidence.tenant().weeks().stream().filter(week -> week >= first && week < after).count();
        return logged >= (after - first) * MOSTLY;
    }

    /** Mail the mailbox sent meanwhile shows that it was in use, only not in this log. */
    private static boolean wasUsed(MailboxEvidence evidence, Instant when) {
        return evidence.sentMessages().stream().flatMap(sent -> sent.time().stream())
                .anyMatch(sent -> sent.isBefore(when) && sent.isAfter(when.minus(QUIET)));
    }

    private static NavigableSet<Instant> enabled(MailboxEvidence evidence) {
        NavigableSet<Instant> moments = new TreeSet<>();
        evidence.settingChanges().stream().filter(change -> change.topic() == SettingTopic.USER_ENABLED)
                .forEach(change -> change.time().ifPresent(moments::add));
        return moments;
    }

    private static boolean isJust(NavigableSet<Instant> enabled, Instant when) {
        Instant last = enabled.floor(when);
        return last != null && last.isAfter(when.minus(JUST));
    }
}
