package org.mimawari.indicator.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Glance;

/** Successful sign-ins from two countries within ten minutes, one of them unusual for the organisation (T1078.004). */
public final class SignInConcurrentCountries implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-concurrent-countries", Level.MEDIUM, 40, 0.65, "T1078.004");
    private static final Duration AT_ONCE = Duration.ofMinutes(10);
    private static final int MOST_COUNTRIES = 50;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (!Glance.of(evidence).mayKnowPlaces()) {
            return List.of();
        }
        Flips flips = new Flips();
        Strangers strangers = Strangers.of(evidence);
        Map<String, SignIn> latest = new HashMap<>();
        for (SignIn now : Strangers.whereabouts(evidence)) {
            String country = now.place().country().orElse("");
            if (country.isEmpty()) {
                continue;
            }
            latest.values().stream().filter(then -> isAtOnce(then, now) && !Flips.sameCountry(then, now))
                    .filter(then -> isOdd(then, evidence, strangers) || isOdd(now, evidence, strangers))
                    .filter(then -> !Strangers.haveSameDevice(then, now))
                    .sorted((a, b) -> a.place().country().orElse("").compareTo(b.place().country().orElse("")))
                    .forEach(then -> flips.add(then, now));
            if (latest.containsKey(country) || latest.size() < MOST_COUNTRIES) {
                latest.put(country, now);
            }
        }
        return flips.groups().stream().map(group -> finding(group, evidence)).toList();
    }

    private static boolean isAtOnce(SignIn then, SignIn now) {
        Instant since = now.time().orElseThrow().minus(AT_ONCE);
        return !then.time().orElseThrow().isBefore(since);
    }

    private static boolean isOdd(SignIn signIn, MailboxEvidence evidence, Strangers strangers) {
        Set<String> usual = evidence.tenant().countries();
        return signIn.place().country().filter(country -> !usual.contains(country)).isPresent()
                && strangers.isStrange(signIn);
    }

    private static Finding finding(Flips.Group group, MailboxEvidence evidence) {
        return SignInFinding.of(PROFILE, evidence, group, SignInReason.of(List.of(group.second()))
                .andText("countryBefore", group.first().place().country().orElse("–"))
                .andText("ipBefore", group.first().ip().map(Object::toString).orElse("–")));
    }
}
