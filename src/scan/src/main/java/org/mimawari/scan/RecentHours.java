package org.mimawari.scan;

import java.nio.ByteBuffer;

/**
 * How much a mailbox did in each of the last {@value #HOURS} hours, told in order of time. Not safe for several
 * threads.
 */
final class RecentHours {

    /** So many hours of the clock cover any 24 hours that end in the last of them. */
    static final int HOURS = 25;
    /** What is counted. */
    enum Deed { SENT, RECIPIENTS, OPENED, REMOVED }

    /** Bytes of what {@link #write} writes. */
    static final int SIZE = Long.BYTES + Deed.values().length * HOURS * Short.BYTES;

    private static final long SECONDS = 3_600;

    private final short[] amounts = new short[Deed.values().length * HOURS];
    private long hour;

    /** Forgets what lies too long before this moment. */
    void moveTo(long second) {
        long now = Math.floorDiv(second, SECONDS);
        for (long each = Math.max(hour + 1, now - HOURS + 1); each <= now; each++) {
            for (Deed deed : Deed.values()) {
                amounts[place(deed, each)] = 0;
            }
        }
        hour = Math.max(hour, now);
    }

    void add(Deed deed, long amount) {
        int place = place(deed, hour);
        amounts[place] = (short) Math.min(Short.MAX_VALUE, amounts[place] + Math.max(0, Math.min(Short.MAX_VALUE,
                amount)));
    }

    /** How much in this hour of the clock and those before it. */
    long within(int hours, Deed deed) {
        long sum = 0;
        for (long each = hour - hours + 1; each <= hour; each++) {
            sum += amounts[place(deed, each)];
        }
        return sum;
    }

    private static int place(Deed deed, long hour) {
        return deed.ordinal() * HOURS + (int) Math.floorMod(hour, (long) HOURS);
    }

    void write(ByteBuffer out) {
        out.putLong(hour);
        for (short amount : amounts) {
            out.putShort(amount);
        }
    }

    void read(ByteBuffer in) {
        hour = in.getLong();
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = in.getShort();
        }
    }
}
