package org.mimawari.evidence;

import java.util.Locale;

/** Turns enum constants into the words of evidence lines and reports: {@code WRONG_PASSWORD} is {@code wrong-password}. */
public final class Words {

    private Words() {}

    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The constant whose word this is.
     *
     * @throws IllegalArgumentException where the enum has no such constant
     */
    public static <E extends Enum<E>> E parse(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
