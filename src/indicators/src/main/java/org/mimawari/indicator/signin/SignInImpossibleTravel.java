package org.mimawari.indicator.signin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Glance;
import org.mimawari.indicator.network.Countries;

/**
 * Two successful sign-ins whose places lie at least {@value #KILOMETRES} km apart, whatever the error of locating them,
 * and nearer in time than an aeroplane allows ({@value #KILOMETRES_PER_HOUR} km/h); ATT&amp;CK
 * T1078.004.
 */
public final class SignInImpossibleTravel implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-impossible-travel", Level.MEDIUM, 45, 0.6, "T1078.004");
    private static final double KILOMETRES = 500;
    private static final double KILOMETRES_PER_HOUR = 900;
    private static final Duration LONGEST = Duration.ofHours(24);
    private static final double SECONDS_PER_HOUR = 3600;

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
        Optional<SignIn> before = Optional.empty();
        for (SignIn now : Strangers.whereabouts(evidence)) {
            if (spot(now).isPresent()) {
                before.filter(then -> isImpossible(then, now))
                        .filter(then -> strangers.isStrange(then) || strangers.isStrange(now))
                        .ifPresent(then -> flips.add(then, now));
                before = Optional.of(now);
            }
        }
        return flips.groups().stream().map(group -> finding(group, evidence)).toList();
    }

    private static boolean isImpossible(SignIn then, SignIn now) {
        if (then.ip().equals(now.ip())) {
            return false;
        }
        double kilometres = certainKilometres(then, now);
        Duration took = took(then, now);
        return kilometres >= KILOMETRES && took.compareTo(LONGEST) <= 0
                && kilometres >= KILOMETRES_PER_HOUR * took.toSeconds() / SECONDS_PER_HOUR;
    }

    /**
     * One device cannot be in two places: it used a VPN. Within one country, locating errs by hundreds of kilometres.
     */
    private static Finding finding(Flips.Group group, MailboxEvidence evidence) {
        SignIn a = group.first();
        SignIn b = group.second();
        Finding finding = SignInFinding.of(PROFILE, evidence, group,
                SignInReason.of(List.of(b)).andText("countryBefore", a.place().country().orElse("–"))
                        .andText("ipBefore", a.ip().map(Object::toString).orElse("–"))
                        .andNumber("kilometres", Math.round(certainKilometres(a, b))).andSpan("span", took(a, b)));
        boolean mild = Flips.sameCountry(a, b) || Strangers.haveSameDevice(a, b);
        return mild ? finding.judged(Level.LOW, 15, 0.4) : finding;
    }

    private static double certainKilometres(SignIn a, SignIn b) {
        return spot(a).orElseThrow().certainKilometresTo(spot(b).orElseThrow());
    }

    private static Optional<Countries.Spot> spot(SignIn signIn) {
        return Countries.find(signIn.place(), signIn.client());
    }

    private static Duration took(SignIn then, SignIn now) {
        return Duration.between(then.time().orElseThrow(), now.time().orElseThrow());
    }
}
