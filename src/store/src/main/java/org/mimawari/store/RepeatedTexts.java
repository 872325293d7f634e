package org.mimawari.store;

import java.util.Arrays;

/**
 * The texts a segment has had, numbered from 0 in the order they came. Bounded: when it is full it learns no more. Two
 * arrays instead of a map, as it is asked several times for every record. Not safe for several threads.
 */
final class RepeatedTexts {

    /** Said of a text that is new and has got the next number. */
    static final int LEARNT = -1;
    /** Said of a text that is new and was not learnt. */
    static final int UNKNOWN = -2;

    static final int MOST = 1 << 13;
    private static final int FIRST_SLOTS = 64;
    private static final int MIXER = 0x9E3779B9;
    /** Who writes many texts with one hash code gets them stored one by one, but slows nothing down. */
    private static final int MOST_STEPS = 32;

    private String[] texts = new String[FIRST_SLOTS / 2];
    /** A number plus one; 0 is free. */
    private int[] slots = new int[FIRST_SLOTS];
    private int size;

    /** The number of this text, {@link #LEARNT} or {@link #UNKNOWN}. */
    int findOrLearn(String text) {
        int slot = slot(text);
        if (slot >= 0 && slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (slot < 0 || size == MOST) {
            return UNKNOWN;
        }
        learn(text, slot);
        return LEARNT;
    }

    private void learn(String text, int slot) {
        if (size == texts.length) {
            texts = Arrays.copyOf(texts, size * 2);
        }
        texts[size++] = text;
        slots[slot] = size;
        if (size * 2 > slots.length) {
            grow();
        }
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int i = 0; i < size; i++) {
            int slot = slot(texts[i]);
            if (slot >= 0) {
                slots[slot] = i + 1;
            }
        }
    }

    /** Where the text is or belongs; −1 where it is too far from its place. */
    private int slot(String text) {
        int mask = slots.length - 1;
        int hash = text.hashCode() * MIXER;
        int slot = (hash ^ hash >>> 15) & mask;
        for (int step = 0; step < MOST_STEPS; step++) {
            if (slots[slot] == 0 || texts[slots[slot] - 1].equals(text)) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
        return -1;
    }
}
