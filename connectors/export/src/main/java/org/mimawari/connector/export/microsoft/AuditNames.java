package org.mimawari.connector.export.microsoft;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.mimawari.connector.export.ByteSearch;

/**
 * Remembers the names of fields of audit records by their bytes, so that they become a text only once, and which name
 * followed which, as records of one operation all have the same order. Bounded: when it is full it learns no more.
 */
final class AuditNames {

    /** A name, and the field of a record it stands for. */
    static final class Known {

        private final int hash;
        private final byte[] bytes;
        /** The name as it mostly stands: between quotes, and a colon right behind it. */
        private final byte[] quoted;
        private final String name;
        private final AuditField field;
        private AuditWords.Word lastWord = AuditWords.NONE;
        private Known next;
        private Known second;

        private Known(int hash, byte[] bytes, String name) {
            this.hash = hash;
            this.bytes = bytes;
            this.quoted = ('"' + new String(bytes, StandardCharsets.ISO_8859_1) + "\":")
                    .getBytes(StandardCharsets.ISO_8859_1);
            this.name = name;
            this.field = AuditField.of(name);
            this.next = this;
            this.second = this;
        }

        String name() {
            return name;
        }

        AuditField field() {
            return field;
        }

        int length() {
            return bytes.length;
        }

        /** What stood behind this name when it was last told: many fields say the same in every record. */
        AuditWords.Word lastWord() {
            return lastWord;
        }

        void remember(AuditWords.Word word) {
            lastWord = word;
        }

        private boolean is(byte[] other, int from, int to) {
            return to - from == bytes.length && ByteSearch.same(bytes, other, from);
        }

        /** True where the name stands there between quotes, with a colon and something more behind it. */
        private boolean standsQuoted(byte[] other, int quote, int end) {
            return quote + quoted.length < end && bytes.length > 0 && ByteSearch.same(quoted, other, quote);
        }

        /** True where the name and its closing quote stand there. */
        private boolean stands(byte[] other, int from, int end) {
            int quote = from + bytes.length;
            return quote < end && other[quote] == '"' && bytes.length > 0 && ByteSearch.same(bytes, other, from);
        }
    }

    private static final int SLOTS = 4096;
    private static final int MOST = 2048;
    private static final int LONGEST = 64;

    private final Known nothing = new Known(0, new byte[0], "");
    private final Known[] table = new Known[SLOTS];
    private int known;
    private Known last = nothing;

    AuditNames() {
        Arrays.fill(table, nothing);
    }

    /** The name of nothing, to begin with. */
    Known nothing() {
        return nothing;
    }

    /** The name that is likely to come next, where it stands there in the usual writing; an empty one elsewhere. */
    Known expected(byte[] bytes, int quote, int end) {
        Known found = last.next.standsQuoted(bytes, quote, end) ? last.next
                : last.second.standsQuoted(bytes, quote, end) ? last.second : nothing;
        last = found == nothing ? last : found;
        return found;
    }

    /** The name that begins there and its closing quote ends; an empty one where no quote follows. */
    Known next(byte[] bytes, int from, int end) {
        Known found = last.next;
        if (!found.stands(bytes, from, end)) {
            found = last.second;
            if (!found.stands(bytes, from, end)) {
                int quote = ByteSearch.find(bytes, from, end, '"');
                found = quote < 0 ? nothing : find(bytes, from, quote);
                last.second = last.next;
                last.next = found;
            }
        }
        last = found;
        return found;
    }

    private Known find(byte[] bytes, int from, int to) {
        int hash = ByteSearch.hash(bytes, from, to);
        int slot = hash & (SLOTS - 1);
        while (table[slot] != nothing) {
            Known candidate = table[slot];
            if (candidate.hash == hash && candidate.is(bytes, from, to)) {
                return candidate;
            }
            slot = (slot + 1) & (SLOTS - 1);
        }
        Known made = new Known(hash, Arrays.copyOfRange(bytes, from, to),
                new String(bytes, from, to - from, StandardCharsets.UTF_8));
        if (known < MOST && to - from <= LONGEST) {
            table[slot] = made;
            known++;
        }
        return made;
    }
}
