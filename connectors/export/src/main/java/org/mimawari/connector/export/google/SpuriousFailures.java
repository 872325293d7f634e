package org.mimawari.connector.export.google;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.SignIn;

/**
 * A risky sign-in by SAML that succeeds also leaves a failure with {@code google_password}, although nobody typed a
 * password. Failures are therefore held until everything was read; one that has a success by SAML of
 * the same account from the same address within a minute is no wrong password. Holds 50,000 failures and remembers
 * 500,000 successes; a failure beyond that counts as what it says.
 */
final class SpuriousFailures {

    private static final int MOST_HELD = 50_000;
    private static final int MOST_SUCCESSES = 500_000;
    private static final Duration CLOSE = Duration.ofMinutes(1);

    private final EvidenceSink sink;
    private final List<SignIn> held = new ArrayList<>();
    private final Map<String, TreeSet<Instant>> successes = new HashMap<>();
    private int remembered;

    SpuriousFailures(EvidenceSink sink) {
        this.sink = sink;
    }

    void hold(SignIn failure) {
        if (held.size() >= MOST_HELD || failure.time().isEmpty()) {
            sink.accept(failure);
        } else {
            held.add(failure);
        }
    }

    void succeededBySaml(SignIn success) {
        if (success.time().isPresent() && remembered < MOST_SUCCESSES) {
            remembered++;
            successes.computeIfAbsent(key(success), any -> new TreeSet<>()).add(success.time().get());
        }
    }

    void finish() {
        held.forEach(failure -> sink.accept(isSpurious(failure) ? excused(failure) : failure));
        held.clear();
        successes.clear();
        remembered = 0;
    }

    private boolean isSpurious(SignIn failure) {
        TreeSet<Instant> times = successes.getOrDefault(key(failure), new TreeSet<>());
        Instant when = failure.time().orElseThrow();
        Instant next = times.ceiling(when.minus(CLOSE));
        return failure.attempts() == 1 && next != null && !next.isAfter(when.plus(CLOSE));
    }

    private static SignIn excused(SignIn s) {
        return new SignIn(s.origin(), s.outcome(), Optional.of(SignIn.Failure.OTHER), s.ip(), s.place(), s.protocol(),
                s.client(), s.application(), s.appId(), s.device(), s.session(), s.errorCode(), s.traits(),
                s.attempts());
    }

    private static String key(SignIn signIn) {
        return signIn.mailbox().map(Object::toString).orElse("") + " "
                + signIn.ip().map(IpAddress::text).orElse("");
    }
}
