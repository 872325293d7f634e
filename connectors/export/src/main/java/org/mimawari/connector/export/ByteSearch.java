package org.mimawari.connector.export;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Finds and counts single bytes, eight at a time. Positions are indices of the array; −1 is not found. */
public final class ByteSearch {

    private static final VarHandle WORDS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;
    private static final long TOP_BITS = 0x8080808080808080L;
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

    /** As {@link #find}, for a byte that is hundreds of places away. */
    public static int findFar(byte[] bytes, int from, int to, char wanted) {
        long pattern = ONES * wanted;
        int at = from;
        for (; at + 32 <= to; at += 32) {
            long hits = hits((long) WORDS.get(bytes, at) ^ pattern) | hits((long) WORDS.get(bytes, at + 8) ^ pattern)
                    | hits((long) WORDS.get(bytes, at + 16) ^ pattern)
                    | hits((long) WORDS.get(bytes, at + 24) ^ pattern);
            if (hits != 0) {
                break;
            }
        }
        return find(bytes, at, to, wanted);
    }

    /** True where these bytes stand in the other array from there on, which must have room for them. */
    public static boolean same(byte[] wanted, byte[] other, int from) {
        int length = wanted.length;
        if (length < 8) {
            return sameShort(wanted, other, from);
        }
        for (int i = 0; i + 8 < length; i += 8) {
            if ((long) WORDS.get(wanted, i) != (long) WORDS.get(other, from + i)) {
                return false;
            }
        }
        return (long) WORDS.get(wanted, length - 8) == (long) WORDS.get(other, from + length - 8);
    }

    private static boolean sameShort(byte[] wanted, byte[] other, int from) {
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i] != other[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** True where all bytes in {@code [from, to)} are ASCII. */
    public static boolean isAscii(byte[] bytes, int from, int to) {
        long all = 0;
        int at = from;
        for (; at + 8 <= to; at += 8) {
            all |= (long) WORDS.get(bytes, at);
        }
        for (; at < to; at++) {
            all |= bytes[at];
        }
        return (all & TOP_BITS) == 0;
    }

    /** The first quote in {@code [from, to)} that no backslash escapes. */
    public static int findQuote(byte[] bytes, int from, int to) {
        int quote = find(bytes, from, to, '"');
        while (quote > from && bytes[quote - 1] == '\\') {
            int backslash = quote - 1;
            while (backslash > from && bytes[backslash - 1] == '\\') {
                backslash--;
            }
            if ((quote - backslash) % 2 == 0) {
                return quote;
            }
            quote = find(bytes, quote + 1, to, '"');
        }
        return quote;
    }

    /** Makes one quote of every two in {@code [from, to)}, where it lies; gives the new end. */
    static int undoubleQuotes(byte[] bytes, int from, int to) {
        int write = from;
        int read = from;
        while (read + 8 <= to) {
            long word = (long) WORDS.get(bytes, read);
            long hits = hits(word ^ ONES * '"');
            if (hits == 0) {
                WORDS.set(bytes, write, word);
                write += 8;
                read += 8;
            } else {
                int behind = read + (Long.numberOfTrailingZeros(hits) >>> 3) + 1;
                while (read < behind) {
                    bytes[write++] = bytes[read++];
                }
                read += read < to && bytes[read] == '"' ? 1 : 0;
            }
        }
        while (read < to) {
            bytes[write++] = bytes[read++];
            read += bytes[read - 1] == '"' && read < to && bytes[read] == '"' ? 1 : 0;
        }
        return write;
    }

    /** A hash of the bytes in {@code [from, to)}, for tables of this process only. */
    public static int hash(byte[] bytes, int from, int to) {
        long hash = to - from;
        int at = from;
        for (; at + 8 <= to; at += 8) {
            hash = (hash ^ (long) WORDS.get(bytes, at)) * MULTIPLIER;
            hash ^= hash >>> 32;
        }
        for (; at < to; at++) {
            hash = (hash ^ bytes[at]) * MULTIPLIER;
        }
        return (int) (hash ^ (hash >>> 32) ^ (hash >>> 17));
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
