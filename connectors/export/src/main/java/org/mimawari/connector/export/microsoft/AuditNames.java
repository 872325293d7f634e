package org.mimawari.connector.export.microsoft;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.mimawari.connector.export.ByteSearch;

/**
 * Remembers the names and short words of audit records by their bytes, so that they become a text only once, and which
 * name followed which, as records of one operation all have the same order. Bounded: when it is full it learns no more.
 */
final class AuditNames {

    /** A name, and the field of a record it stands for. */
    static final class Known {

        private final int hash;
        private final byte[] bytes;
        private final String name;
        private final AuditField field;
        private Known next;
        private Known second;

        private Known(int hash, byte[] bytes, String name) {
            this.hash = hash;
            this.bytes = bytes;
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

        private boolean is(byte[] other, int from, int to) {
            return to - from == bytes.length && ByteSearch.same(bytes, other, from);
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

    /** The text of these bytes, the same one every time where it is short and there is room to remember it. */
    String word(byte[] bytes, int from, int to) {
        return find(bytes, from, to).name;
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
