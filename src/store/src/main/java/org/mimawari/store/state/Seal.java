package org.mimawari.store.state;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import org.mimawari.store.state.StateException.Problem;

/**
 * Bytes with a checksum behind them: a disk that lost a few of them must not make a judgement say something else. It
 * protects from damage, not from somebody who may write the state.
 */
final class Seal {

    private Seal() {}

    static byte[] put(byte[] bytes) {
        return ByteBuffer.allocate(bytes.length + Integer.BYTES).put(bytes).putInt(checksum(bytes,
                bytes.length)).array();
    }

    /** What was sealed; empty where it is damaged. */
    static Optional<byte[]> find(byte[] sealed) {
        int length = sealed.length - Integer.BYTES;
        boolean isWhole = length >= 0 && ByteBuffer.wrap(sealed, length, Integer.BYTES).getInt() == checksum(sealed,
                length);
        return isWhole ? Optional.of(Arrays.copyOf(sealed, length)) : Optional.empty();
    }

    /** What was sealed of this name. */
    static byte[] open(byte[] sealed, String name) throws StateException {
        return find(sealed).orElseThrow(() -> new StateException(Problem.UNUSABLE,
                "what the state holds of " + name + " is damaged",
                        new IllegalArgumentException("the checksum is another")));
    }

    private static int checksum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return (int) sum.getValue();
    }
}
