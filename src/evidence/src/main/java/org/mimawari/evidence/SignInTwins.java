package org.mimawari.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds sign-ins that two sources recorded, such as the unified audit log and the Entra log of one tenant, or the
 * journal and the syslog file of one host: the same address, the same end, at most {@value #SECONDS} seconds apart, and
 * nothing recorded that contradicts. Each record has one twin at most, so that a source's own repetitions all count.
 */
final class SignInTwins {

    private static final int SECONDS = 2;
    private static final Duration APART = Duration.ofSeconds(SECONDS);
    private static final int MOST_COMPARED = 64;

    private record Attempted(IpAddress ip, boolean succeeded) {}

    private record Kept(int index, SignIn signIn) {}

    private final List<SignIn> kept = new ArrayList<>();
    private final Map<Attempted, Deque<Kept>> alone = new HashMap<>();

    private SignInTwins() {}

    /** The sign-ins in the same order, of each pair of twins the one that says more, at the place of the first. */
    static List<SignIn> once(List<SignIn> inTime) {
        if (inTime.stream().map(each -> each.ref().source()).distinct().limit(2).count() < 2) {
            return inTime;
        }
        SignInTwins twins = new SignInTwins();
        inTime.forEach(twins::see);
        return Collections.unmodifiableList(twins.kept);
    }

    private void see(SignIn signIn) {
        if (signIn.ip().isEmpty() || signIn.time().isEmpty()) {
            kept.add(signIn);
            return;
        }
        Deque<Kept> waiting = alone.computeIfAbsent(new Attempted(signIn.ip().get(), signIn.succeeded()),
                any -> new ArrayDeque<>());
        Instant oldest = signIn.time().get().minus(APART);
        while (!waiting.isEmpty() && waiting.peek().signIn().time().orElseThrow().isBefore(oldest)) {
            waiting.poll();
        }
        Optional<Kept> twin = waiting.stream().limit(MOST_COMPARED)
                .filter(each -> areTwins(each.signIn(), signIn)).findFirst();
        if (twin.isPresent()) {
            waiting.remove(twin.get());
            kept.set(twin.get().index(), fuller(twin.get().signIn(), signIn));
        } else {
            waiting.add(new Kept(kept.size(), signIn));
            kept.add(signIn);
        }
    }

    private static boolean areTwins(SignIn one, SignIn other) {
        return !one.ref().source().equals(other.ref().source()) && one.attempts() == other.attempts()
                && agree(one.protocol(), other.protocol()) && agree(one.client(), other.client())
                && agree(one.appId(), other.appId()) && agree(one.device(), other.device())
                && agree(one.errorCode(), other.errorCode());
    }

    private static boolean agree(Optional<String> one, Optional<String> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    private static boolean agree(SignIn.Protocol one, SignIn.Protocol other) {
        return one == other || isVague(one) || isVague(other);
    }

    /** An audit log of the cloud names the way in only roughly. */
    private static boolean isVague(SignIn.Protocol protocol) {
        return switch (protocol) {
            case WEB, OAUTH, UNKNOWN -> true;
            default -> false;
        };
    }

    private static SignIn fuller(SignIn one, SignIn other) {
        return said(other) > said(one) ? other : one;
    }

    private static long said(SignIn signIn) {
        return signIn.traits().size() + Stream.of(signIn.client(), signIn.application(), signIn.appId(), signIn.device(),
                signIn.session(), signIn.errorCode(), signIn.place().country()).flatMap(Optional::stream).count();
    }
}
