package org.mimawari.connector.imap;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Writes message numbers as FETCH wants them: {@code 1:500,502}, and so that one command asks for so many only. */
final class MessageSet {

    private MessageSet() {}

    static List<String> split(BitSet indices, long first, int together) {
        List<String> sets = new ArrayList<>();
        BitSet part = new BitSet();
        int size = 0;
        for (int i = indices.nextSetBit(0); i >= 0; i = indices.nextSetBit(i + 1)) {
            part.set(i);
            if (++size == together) {
                sets.add(of(part, first));
                part.clear();
                size = 0;
            }
        }
        if (size > 0) {
            sets.add(of(part, first));
        }
        return sets;
    }

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
