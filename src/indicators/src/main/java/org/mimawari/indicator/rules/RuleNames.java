package org.mimawari.indicator.rules;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Judges names of rules by script, not by length: 済 is a word, {@code .} is none. Looks at the first 200 characters.
 */
public final class RuleNames {

    private static final int LONGEST = 200;
    private static final int REPEATED_WIDE = 3;
    private static final int SHORTEST_RUN = 3;
    private static final Set<String> ABBREVIATIONS = Set.of("cc", "kk", "ooo", "www");
    private static final List<String> KEYS = List.of("1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qazwsxedc");
    // Blank although Unicode calls them letters or symbols: Hangul fillers, the empty Braille cell.
    private static final Set<Integer> BLANKS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800);

    private RuleNames() {}

    /** The verdict on a name; a source that names no rules gives an empty text, which is {@code ORDINARY}. */
    public static RuleNameVerdict verdict(String name) {
        if (name.isEmpty()) {
            return RuleNameVerdict.ORDINARY;
        }
        int[] seen = visible(name);
        if (seen.length == 0) {
            return RuleNameVerdict.INVISIBLE;
        }
        int[] letters = Arrays.stream(seen).filter(RuleNames::isLetterOrNumber).toArray();
        if (letters.length == 0) {
            return RuleNameVerdict.PUNCTUATION_ONLY;
        }
        if (width(letters) <= 1) {
            return RuleNameVerdict.SINGLE_CHARACTER;
        }
        return ofWords(new String(seen, 0, seen.length).toLowerCase(Locale.ROOT), seen);
    }

    private static RuleNameVerdict ofWords(String lower, int[] seen) {
        if (isRepeated(lower, seen)) {
            return RuleNameVerdict.REPEATED_CHARACTER;
        }
        if (lower.length() >= SHORTEST_RUN && KEYS.stream().anyMatch(row -> row.contains(lower))) {
            return RuleNameVerdict.KEYBOARD_RUN;
        }
        boolean isShort = lower.length() <= 2 && lower.chars().allMatch(c -> c < 0x80);
        return isShort ? RuleNameVerdict.SHORT : RuleNameVerdict.ORDINARY;
    }

    private static boolean isRepeated(String lower, int[] seen) {
        boolean same = lower.codePoints().distinct().count() == 1 && seen.length > 1;
        boolean wide = width(seen) > seen.length;
        return same && !ABBREVIATIONS.contains(lower) && (!wide || seen.length >= REPEATED_WIDE);
    }

    /** The characters a reader sees, at most 200. */
    static int[] visible(String name) {
        return name.codePoints().limit(LONGEST).filter(c -> !isBlank(c)).toArray();
    }

    private static boolean isBlank(int c) {
        int type = Character.getType(c);
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || type == Character.CONTROL
                || type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.SURROGATE
                || type == Character.UNASSIGNED || BLANKS.contains(c);
    }

    /** Modifier letters such as ー are no letters here: alone they are a dash. */
    private static boolean isLetterOrNumber(int c) {
        int type = Character.getType(c);
        return Character.isLetter(c) && type != Character.MODIFIER_LETTER || type == Character.DECIMAL_DIGIT_NUMBER
                || type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
    }

    private static int width(int[] characters) {
        int width = 0;
        for (int c : characters) {
            int east = UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH);
            // Full-width Latin is a way of writing Latin, not a Chinese character.
            boolean isLatin = UCharacter.getIntPropertyValue(c, UProperty.SCRIPT) == UScript.LATIN;
            boolean narrow = east == UCharacter.EastAsianWidth.NARROW || east == UCharacter.EastAsianWidth.NEUTRAL
                    || east == UCharacter.EastAsianWidth.HALFWIDTH || isLatin;
            width += narrow ? 1 : 2;
        }
        return width;
    }
}
