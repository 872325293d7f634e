package org.mimawari.indicator.outgoing;

import org.mimawari.indicator.words.Folding;

/**
 * A 64-bit fingerprint of a text, near for texts that are near (Charikar 2002): of groups of three characters, after
 * quoted lines, greetings with a name, digits and spaces are taken off. Bounded by the length of the text.
 */
public final class SimHash {

    /** Texts whose fingerprints differ in no more bits are one template. */
    public static final int NEAR = 6;

    private static final int GRAM = 3;
    private static final int BITS = 64;
    private static final int LONGEST_GREETING = 30;

    private SimHash() {}

    /** What is left of a text when what differs between the letters of one campaign is taken off. */
    public static String essence(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.lines().filter(line -> !isQuoteOrGreeting(line.strip())).forEach(line -> kept.append(line).append('\n'));
        StringBuilder letters = new StringBuilder(kept.length());
        Folding.fold(kept.toString()).codePoints().filter(Character::isLetter).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    public static long of(String essence) {
        int[] votes = new int[BITS];
        for (int i = 0; i + GRAM <= essence.length(); i++) {
            long hash = mixed(essence.charAt(i) * 0x1F1F1F1FL + essence.charAt(i + 1) * 0x10001L * 31
                    + essence.charAt(i + 2) * 0x9E3779B9L);
            for (int bit = 0; bit < BITS; bit++) {
                votes[bit] += (hash >>> bit & 1) == 1 ? 1 : -1;
            }
        }
        long result = 0;
        for (int bit = 0; bit < BITS; bit++) {
            result |= votes[bit] > 0 ? 1L << bit : 0;
        }
        return result;
    }

    public static boolean isNear(long one, long other) {
        return Long.bitCount(one ^ other) <= NEAR;
    }

    private static boolean isQuoteOrGreeting(String line) {
        boolean isShort = line.length() <= LONGEST_GREETING;
        return line.startsWith(">") || isShort && (line.endsWith("様") || line.endsWith("さま") || line.endsWith("殿")
                || line.endsWith("御中") || line.regionMatches(true, 0, "dear ", 0, 5)
                || line.regionMatches(true, 0, "hi ", 0, 3) || line.regionMatches(true, 0, "hello ", 0, 6));
    }

    /** The finaliser of SplitMix64: every bit of the input moves every bit of the result. */
    private static long mixed(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
