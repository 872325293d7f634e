package org.mimawari.connector.export.serverlog;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** A 64-bit hash of bytes, eight at a time: whole logs pass through it. */
final class LineHash {

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SEED = 0xcbf29ce484222325L;
    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private LineHash() {}

    static long of(byte[] bytes, int from, int to) {
        long state = SEED ^ (to - from);
        int at = from;
        for (; at + 8 <= to; at += 8) {
            state = mix(state ^ (long) LONGS.get(bytes, at));
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = rest << 8 | bytes[at] & 255;
        }
        return finish(mix(state ^ rest));
    }

    /** Joins a hash with a number. */
    static long with(long hash, long number) {
        return finish(mix(hash ^ mix(number)));
    }

    private static long mix(long value) {
        long product = value * PRIME;
        return product ^ product >>> 32;
    }

    private static long finish(long value) {
        long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }
}
