package org.mimawari.connector.export.microsoft;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.mimawari.connector.export.ByteSearch;

/**
 * Remembers texts that come again and again, such as users, addresses and clients, by the bytes they are written with,
 * so that they become a text only once: what is looked up by them later knows its hash code and is the same object.
 * Bounded: every text has one place, from which a newer one displaces it.
 */
final class AuditWords {

    /** Stands nowhere. */
    static final Word NONE = new Word(0, new byte[0], "");

    private static final int PLACES = 1 << 14;
    private static final int LONGEST = 256;

    private final Word[] places = new Word[PLACES];

    /** A text and its bytes as they stand in the record, quotes, escapes and all. */
    static final class Word {

        private final int hash;
        private final byte[] quoted;
        private final String text;

        private Word(int hash, byte[] quoted, String text) {
            this.hash = hash;
            this.quoted = quoted;
            this.text = text;
        }

        String text() {
            return text;
        }

        int length() {
            return quoted.length;
        }

        /** True where the word stands there with its quotes. */
        boolean stands(byte[] bytes, int from, int end) {
            return from + quoted.length <= end && quoted.length > 0 && ByteSearch.same(quoted, bytes, from);
        }
    }

    AuditWords() {
        Arrays.fill(places, NONE);
    }

    /** The word remembered for what stands between these places, quotes included; {@link #NONE} where there is none. */
    Word find(byte[] bytes, int from, int to) {
        int hash = ByteSearch.hash(bytes, from, to);
        Word known = places[hash & PLACES - 1];
        return known.hash == hash && known.length() == to - from && known.stands(bytes, from, to) ? known : NONE;
    }

    /** Remembers what the bytes between these places mean; {@link #NONE} where they are too many. */
    Word learn(byte[] bytes, int from, int to, String text) {
        if (to - from > LONGEST) {
            return NONE;
        }
        int hash = ByteSearch.hash(bytes, from, to);
        Word word = new Word(hash, Arrays.copyOfRange(bytes, from, to), text);
        places[hash & PLACES - 1] = word;
        return word;
    }

    /** Bytes below 128 need no decoding. */
    static String decoded(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from,
                ByteSearch.isAscii(bytes, from, to) ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }
}
