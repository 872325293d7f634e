package org.mimawari.scan;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;
import org.mimawari.connector.Fingerprint;

/**
 * Whom a mailbox wrote to, in {@value #SIZE} bytes: of those it knows it is sure, of a stranger nearly. Not safe for
 * several threads.
 */
final class Circle {

    static final int SIZE = 256;

    private static final int BITS = 4;
    private static final int BITS_OF_A_NUMBER = 11;
    /**
     * Where more than a quarter of the bits are taken, one stranger in 256 and more would look like an acquaintance.
     */
    private static final int MOST_FULL = 4;

    private final byte[] bits = new byte[SIZE];

    void meet(String recipient) {
        long print = Fingerprint.of(recipient);
        for (int i = 0; i < BITS; i++) {
            int bit = bit(print, i);
            bits[bit >> 3] |= (byte) (1 << (bit & 7));
        }
    }

    boolean knowsAll(List<String> recipients) {
        return BitSet.valueOf(bits).cardinality() <= SIZE * 8 / MOST_FULL && recipients.stream().allMatch(this::knows);
    }

    private boolean knows(String recipient) {
        long print = Fingerprint.of(recipient);
        boolean isKnown = true;
        for (int i = 0; i < BITS; i++) {
            int bit = bit(print, i);
            isKnown &= (bits[bit >> 3] >> (bit & 7) & 1) == 1;
        }
        return isKnown;
    }

    private static int bit(long print, int number) {
        return (int) (print >>> number * BITS_OF_A_NUMBER) & SIZE * 8 - 1;
    }

    void write(ByteBuffer out) {
        out.put(bits);
    }

    void read(ByteBuffer in) {
        in.get(bits);
    }
}
