package org.mimawari.connector.export.serverlog;

import java.util.Arrays;

/**
 * Tells identical lines of one file apart: two failures in the same second are two events, while the same line in two
 * overlapping files is one. Looks back over the last few seconds of the log only, in one table of fixed size.
 */
final class Repeats {

    private static final int SIZE = 1 << 16;
    private static final int PROBES = 16;
    private static final int SECONDS = 4;

    private final long[] lines = new long[SIZE];
    private final int[] counts = new int[SIZE];
    private final int[] seconds = new int[SIZE];
    private int second = SECONDS;
    private long lastSecond = Long.MIN_VALUE;

    /** A new file begins. */
    void clear() {
        Arrays.fill(seconds, 0);
        second = SECONDS;
        lastSecond = Long.MIN_VALUE;
    }

    /** How many lines with this hash came shortly before in the same file. */
    int before(long hash, long time) {
        long now = time == LogLine.NO_TIME ? lastSecond : Math.floorDiv(time, 1000L);
        if (now != lastSecond) {
            second++;
            lastSecond = now;
        }
        int home = (int) hash & SIZE - 1;
        int slot = home;
        for (int probe = 0; probe < PROBES; probe++) {
            int candidate = home + probe & SIZE - 1;
            boolean stale = seconds[candidate] <= second - SECONDS;
            if (!stale && lines[candidate] == hash) {
                seconds[candidate] = second;
                return counts[candidate]++;
            }
            if (stale) {
                slot = candidate;
                break;
            }
        }
        lines[slot] = hash;
        counts[slot] = 1;
        seconds[slot] = second;
        return 0;
    }
}
