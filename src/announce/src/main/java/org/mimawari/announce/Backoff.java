package org.mimawari.announce;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after a failed attempt: 1, 2, 4 … minutes up to an hour, up to a fifth shorter or longer by chance.
 */
final class Backoff {

    /** Nobody may ask to be left alone for longer: it would come too late. */
    static final Duration LONGEST_ASKED = Duration.ofHours(6);
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final double JITTER = 0.2;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** @param failures how many attempts have failed, this one included; at least 1 */
    Duration after(int failures, Duration asked) {
        int doublings = Math.min(failures - 1, 6);
        long millis = Math.min(FIRST.toMillis() << doublings, LONGEST.toMillis());
        Duration jittered = Duration.ofMillis((long) (millis * (1 - JITTER + 2 * JITTER * random.nextDouble())));
        Duration polite = asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
        return polite.compareTo(jittered) > 0 ? polite : jittered;
    }
}
