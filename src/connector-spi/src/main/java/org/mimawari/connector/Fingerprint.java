package org.mimawari.connector;

/**
 * A 64-bit identity of a record: equal for the same record in two files, different for two records. Two unlike records
 * collide with a chance of about n²/2⁶⁵ for n records, which is one in four billion for 100,000.
 */
public final class Fingerprint {

    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private long state = OFFSET;

    public static long of(String... parts) {
        Fingerprint print = new Fingerprint();
        for (String part : parts) {
            print.add(part);
        }
        return print.value();
    }

    public Fingerprint add(String part) {
        for (int i = 0; i < part.length(); i++) {
            state = mix(state ^ part.charAt(i));
        }
        state = mix(state ^ 0x1_0000L);
        return this;
    }

    public Fingerprint add(long number) {
        state = mix(mix(state ^ 0x2_0000L) ^ number);
        return this;
    }

    public Fingerprint add(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            state = mix(state ^ (bytes[i] & 255));
        }
        state = mix(state ^ 0x4_0000L);
        return this;
    }

    public long value() {
        long z = state;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    private static long mix(long value) {
        long product = value * PRIME;
        return product ^ (product >>> 29);
    }
}
