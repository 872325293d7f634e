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
    private int[] hashes = new int[FIRST_SLOTS / 2];
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
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size] = text.hashCode();
        texts[size++] = text;
        slots[slot] = size;
        if (size * 2 > slots.length) {
            grow();
        }
    }

    /** Goes by the hash codes alone, as all texts are different. */
    private void grow() {
        slots = new int[slots.length * 4];
        int mask = slots.length - 1;
        for (int i = 0; i < size; i++) {
            int slot = home(hashes[i], mask);
            for (int step = 0; step < MOST_STEPS && slots[slot] != 0; step++) {
                slot = slot + 1 & mask;
            }
            slots[slot] = slots[slot] == 0 ? i + 1 : slots[slot];
        }
    }

    private static int home(int hash, int mask) {
        int mixed = hash * MIXER;
        return (mixed ^ mixed >>> 15) & mask;
    }

    /** Where the text is or belongs; −1 where it is too far from its place. */
    private int slot(String text) {
        int mask = slots.length - 1;
        int hash = text.hashCode();
        int slot = home(hash, mask);
        for (int step = 0; step < MOST_STEPS; step++) {
            int number = slots[slot] - 1;
            if (number < 0 || hashes[number] == hash && texts[number].equals(text)) {
                return slot;
            }
            slot = slot + 1 & mask;
        }
        return -1;
    }
}
