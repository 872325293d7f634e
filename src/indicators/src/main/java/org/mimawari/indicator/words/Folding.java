package org.mimawari.indicator.words;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Brings texts that mean the same to the same writing, so that half-width kana, full-width letters, zero-width
 * characters and the many dashes hide no word.
 */
public final class Folding {

    private static final int LONGEST = 20_000;

    private Folding() {}

    /** NFKC, without format characters, one kind of dash, single spaces, lower case; at most 20,000 characters. */
    public static String fold(String text) {
        String capped = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        String composed = Normalizer.normalize(capped, Normalizer.Form.NFKC);
        StringBuilder folded = new StringBuilder(composed.length());
        int c;
        for (int i = 0; i < composed.length(); i += Character.charCount(c)) {
            c = composed.codePointAt(i);
            append(folded, c);
        }
        return folded.toString().strip().toLowerCase(Locale.ROOT);
    }

    private static void append(StringBuilder folded, int c) {
        if (c < 0x80 && Character.isLetterOrDigit(c)) {
            folded.append((char) c);
        } else if (Character.getType(c) != Character.FORMAT) {
            appendOther(folded, c);
        }
    }

    private static void appendOther(StringBuilder folded, int c) {
        if (isDash(c)) {
            folded.append('-');
        } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
            if (folded.length() > 0 && folded.charAt(folded.length() - 1) != ' ') {
                folded.append(' ');
            }
        } else {
            folded.appendCodePoint(c);
        }
    }

    private static boolean isDash(int c) {
        return Character.getType(c) == Character.DASH_PUNCTUATION || c == '~' || c == 0x30FC || c == 0x2212;
    }
}
