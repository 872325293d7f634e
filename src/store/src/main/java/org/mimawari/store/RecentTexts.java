package org.mimawari.store;

import java.util.Arrays;

/**
 * What stood last at each place of the records of one kind, and its number: most fields say the same as in the record
 * before, and then no table need be asked. Not safe for several threads.
 */
final class RecentTexts {

    private static final int PLACES = 32;

    private final String[] texts = new String[PLACES];
    private final int[] numbers = new int[PLACES];
    private int place;

    RecentTexts() {
        Arrays.fill(texts, "");
        Arrays.fill(numbers, RepeatedTexts.UNKNOWN);
    }

    /** A record begins. */
    void begin() {
        place = 0;
    }

    /**
     * The number of the text where it is the same object as last time at this place, else a negative one. Moves to the
     * next place, whose text must be told to {@link #remember} before the next question.
     */
    @SuppressWarnings("ReferenceEquality")
    int find(String text) {
        place = place + 1 & PLACES - 1;
        return texts[place] == text ? numbers[place] : RepeatedTexts.UNKNOWN;
    }

    /** The text asked for last has this number. */
    void remember(String text, int number) {
        texts[place] = text;
        numbers[place] = number;
    }
}
