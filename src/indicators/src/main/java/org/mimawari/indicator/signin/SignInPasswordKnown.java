package org.mimawari.indicator.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.evidence.SignInTrait;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Episodes;
import org.mimawari.indicator.habit.Outside;

/**
 * Somebody at a new place had the right password and was stopped by the second factor or a policy, and did not get in
 * (ATT&amp;CK T1078.004).
 */
public final class SignInPasswordKnown implements Indicator {

    private static final IndicatorProfile PROFILE =
            SignInFinding.profile("signin-password-known", Level.MEDIUM, 40, 0.7, "T1078.004", "T1621");
    private static final Duration SOON = Duration.ofHours(1);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<SignIn> stopped = evidence.signIns().stream().filter(SignInPasswordKnown::isStopped).toList();
        if (stopped.isEmpty()) {
            return List.of();
        }
        Newcomers places = new Newcomers(evidence, SignInPasswordKnown::origin, Set.of());
        Strangers strangers = Strangers.of(evidence);
        Map<String, List<Instant>> successes = successes(evidence);
        List<SignIn> odd = stopped.stream().filter(strangers::isStrange).filter(places::isNew)
                .filter(signIn -> !gotIn(signIn, successes)).toList();
        return Episodes.of(odd, signIn -> origin(signIn).orElse("")).stream()
                .map(episode -> SignInFinding.of(PROFILE, evidence, episode.key(), episode.pieces())).toList();
    }

    private static boolean isStopped(SignIn signIn) {
        return !signIn.succeeded() && signIn.traits().contains(SignInTrait.PASSWORD_RIGHT)
                && signIn.failure().filter(why -> why == SignIn.Failure.PROMPT).isEmpty();
    }

    private static Map<String, List<Instant>> successes(MailboxEvidence evidence) {
        Map<String, List<Instant>> successes = new HashMap<>();
        Outside.history(evidence).forEach(s -> s.ip().map(IpAddress::neighbourhood).ifPresent(near ->
                successes.computeIfAbsent(near, any -> new ArrayList<>()).add(s.time().orElseThrow())));
        return successes;
    }

    /** The owner who is asked for the second factor gives it within the hour. */
    private static boolean gotIn(SignIn signIn, Map<String, List<Instant>> successes) {
        Instant when = signIn.time().orElseThrow();
        List<Instant> there = signIn.ip()
                .map(ip -> successes.getOrDefault(ip.neighbourhood(), List.of())).orElse(List.of());
        int at = Collections.binarySearch(there, when);
        int next = at < 0 ? -at - 1 : at;
        return next < there.size() && !there.get(next).isAfter(when.plus(SOON));
    }

    private static Optional<String> origin(SignIn signIn) {
        return signIn.place().network().map(number -> "AS" + number).or(() -> signIn.ip().map(WideRange::of));
    }
}
