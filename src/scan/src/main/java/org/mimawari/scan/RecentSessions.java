package org.mimawari.scan;

import java.nio.ByteBuffer;

/**
 * From where the sessions of a mailbox were used within the last half day, told in order of time: one that moves may
 * have
 * been stolen, though each of the two places is usual. Not safe for several threads.
 */
final class RecentSessions {

    private static final int MOST = 16;

    /** Bytes of what {@link #write} writes. */
    static final int SIZE = MOST * (2 * Integer.BYTES + Long.BYTES);

    /** Longer than any indicator looks back for another place of the same session. */
    private static final long REMEMBERED = 13 * 3_600;

    private final int[] sessions = new int[MOST];
    private final int[] sources = new int[MOST];
    private final long[] seconds = new long[MOST];

    /**
     * Learns that a session was used.
     *
     * @return false where it was used elsewhere a while ago, or that is not known for want of room
     */
    boolean stays(int session, int source, long second) {
        int oldest = 0;
        for (int i = 0; i < MOST; i++) {
            boolean isRecent = second - seconds[i] < REMEMBERED;
            if (isRecent && sessions[i] == session) {
                boolean isThere = sources[i] == source;
                put(i, session, source, second);
                return isThere;
            }
            oldest = seconds[i] < seconds[oldest] ? i : oldest;
        }
        boolean hasRoom = second - seconds[oldest] >= REMEMBERED;
        put(oldest, session, source, second);
        return hasRoom;
    }

    private void put(int place, int session, int source, long second) {
        sessions[place] = session;
        sources[place] = source;
        seconds[place] = second;
    }

    void write(ByteBuffer out) {
        for (int i = 0; i < MOST; i++) {
            out.putInt(sessions[i]).putInt(sources[i]).putLong(seconds[i]);
        }
    }

    void read(ByteBuffer in) {
        for (int i = 0; i < MOST; i++) {
            put(i, in.getInt(), in.getInt(), in.getLong());
        }
    }
}
