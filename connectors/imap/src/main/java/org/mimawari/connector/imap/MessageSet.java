package org.mimawari.connector.imap;

import java.util.BitSet;

/** Writes message numbers as FETCH wants them: {@code 1:500,502}. */
final class MessageSet {

    private MessageSet() {}

    /** @param first the message number of index 0 */
    static String of(BitSet indices, long first) {
        StringBuilder set = new StringBuilder();
        for (int from = indices.nextSetBit(0); from >= 0; ) {
            int end = indices.nextClearBit(from) - 1;
            set.append(set.isEmpty() ? "" : ",").append(first + from);
            if (end > from) {
                set.append(':').append(first + end);
            }
            from = indices.nextSetBit(end + 1);
        }
        return set.toString();
    }
}
