package org.mimawari.live;

import java.time.Duration;

/**
 * How fast a service may be asked.
 *
 * @param first how many requests at a time to begin with
 * @param most how many requests at a time at most
 * @param requests how many requests the window admits; 0 where the vendor names no rate
 */
public record Pace(int first, int most, int requests, Duration window) {

    /** No rate is known. */
    public static Pace of(int first, int most) {
        return new Pace(first, most, 0, Duration.ZERO);
    }
}
