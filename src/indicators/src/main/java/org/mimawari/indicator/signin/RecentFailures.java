package org.mimawari.indicator.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.SignIn;

/** The failed attempts of the last while, counted by source as time goes on. Not safe for several threads. */
final class RecentFailures {

    private final Duration span;
    private final Deque<SignIn> failures = new ArrayDeque<>();
    private final Map<String, Integer> sources = new HashMap<>();
    private long attempts;

    RecentFailures(Duration span) {
        this.span = span;
    }

    void add(SignIn failure) {
        forgetBefore(failure.time().orElseThrow());
        failures.addLast(failure);
        sources.merge(source(failure), 1, Integer::sum);
        attempts += failure.attempts();
    }

    /** Drops what is older than the span at this moment. */
    void forgetBefore(Instant now) {
        Instant oldest = now.minus(span);
        while (!failures.isEmpty() && failures.peekFirst().time().orElseThrow().isBefore(oldest)) {
            SignIn gone = failures.removeFirst();
            attempts -= gone.attempts();
            sources.computeIfPresent(source(gone), (any, count) -> count > 1 ? count - 1 : null);
        }
    }

    /** How many attempts; a record that stands for several counts as many. */
    long attempts() {
        return attempts;
    }

    /** From how many neighbourhoods. */
    int sources() {
        return sources.size();
    }

    boolean cameFrom(SignIn signIn) {
        return sources.containsKey(source(signIn));
    }

    /** Those from the neighbourhood of this sign-in. */
    List<SignIn> from(SignIn signIn) {
        return failures.stream().filter(failure -> source(failure).equals(source(signIn))).toList();
    }

    List<SignIn> all() {
        return List.copyOf(failures);
    }

    void clear() {
        failures.clear();
        sources.clear();
        attempts = 0;
    }

    private static String source(SignIn signIn) {
        return signIn.ip().map(IpAddress::neighbourhood).orElse("");
    }
}
