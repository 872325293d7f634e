package org.mimawari.connector.export;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds and counts single bytes, eight at a time. Positions are indices of the array; −1 is not found. */
public final class ByteSearch {

    private static final VarHandle WORDS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long LOW_SEVEN = 0x7F7F7F7F7F7F7F7FL;

    private ByteSearch() {}

    /** The first position of an ASCII byte in {@code [from, to)}. */
    public static int find(byte[] bytes, int from, int to, char wanted) {
        long pattern = ONES * wanted;
        int at = from;
        for (; at + 8 <= to; at += 8) {
            long hits = hits((long) WORDS.get(bytes, at) ^ pattern);
            if (hits != 0) {
                return at + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        for (; at < to; at++) {
            if (bytes[at] == wanted) {
                return at;
            }
        }
        return -1;
    }

    /** The first position of one of two ASCII bytes in {@code [from, to)}. */
    public static int findEither(byte[] bytes, int from, int to, char one, char other) {
        long first = ONES * one;
        long second = ONES * other;
        int at = from;
        for (; at + 8 <= to; at += 8) {
            long word = (long) WORDS.get(bytes, at);
            long hits = hits(word ^ first) | hits(word ^ second);
            if (hits != 0) {
                return at + (Long.numberOfTrailingZeros(hits) >>> 3);
            }
        }
        for (; at < to; at++) {
            if (bytes[at] == one || bytes[at] == other) {
                return at;
            }
        }
        return -1;
    }

    /** How often an ASCII byte stands in {@code [from, to)}. */
    public static long count(byte[] bytes, int from, int to, char wanted) {
        long pattern = ONES * wanted;
        long found = 0;
        int at = from;
        for (; at + 8 <= to; at += 8) {
            found += Long.bitCount(hits((long) WORDS.get(bytes, at) ^ pattern));
        }
        for (; at < to; at++) {
            found += bytes[at] == wanted ? 1 : 0;
        }
        return found;
    }

    /** The top bit of every byte that is zero, exact for each byte. */
    private static long hits(long word) {
        return ~(((word & LOW_SEVEN) + LOW_SEVEN) | word | LOW_SEVEN);
    }
}
