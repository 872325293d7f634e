package org.mimawari.report.wording;

import java.util.PrimitiveIterator;
import org.mimawari.store.UnsafeCharacters;

/**
 * Text that shows what it holds. Whatever could move a cursor, turn the reading direction, hide, or pretend to be
 * another text is written out: a line break as ⏎, ESC as ␛, a right-to-left override as ⟨U+202E⟩. Long text is cut.
 */
public final class VisibleText {

    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE = 0x7F;
    private static final int MOST_MARKS = 3;
    private static final String BLANK =
            "\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\u180E\u2800\u3164\uFFA0";

    private VisibleText() {}

    /** The text with at most so many characters; a longer one ends in "…". */
    public static String of(String text, int longest) {
        StringBuilder visible = new StringBuilder(Math.min(text.length(), longest) + 8);
        PrimitiveIterator.OfInt characters = text.codePoints().iterator();
        int marks = 0;
        while (characters.hasNext()) {
            int c = characters.nextInt();
            int start = visible.length();
            marks = isMark(c) ? marks + 1 : 0;
            if (marks <= MOST_MARKS) {
                append(visible, c);
            }
            if (visible.length() > longest) {
                visible.setLength(start);
                return cut(visible, longest);
            }
        }
        return visible.toString();
    }

    /** True where the character shows nothing by itself, or changes how others are shown. */
    static boolean isInvisible(int c) {
        return UnsafeCharacters.isUnsafe(c) || Character.getType(c) == Character.FORMAT
                || Character.getType(c) == Character.SURROGATE || (c & 0xFFFE) == 0xFFFE
                || c >= 0xFDD0 && c <= 0xFDEF || c >= 0xE0000 && c <= 0xE0FFF || BLANK.indexOf(c) >= 0;
    }

    private static void append(StringBuilder visible, int c) {
        if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029) {
            visible.append('⏎');
        } else if (c == '\t') {
            visible.append('⇥');
        } else if (c < ' ') {
            visible.append((char) (CONTROL_PICTURES + c));
        } else if (c == DELETE) {
            visible.append('␡');
        } else if (isInvisible(c)) {
            visible.append(String.format("⟨U+%04X⟩", c));
        } else {
            visible.appendCodePoint(c);
        }
    }

    /** One mark makes an é; a heap of them hides the lines above and below. */
    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static String cut(StringBuilder visible, int longest) {
        int end = Math.min(visible.length(), Math.max(0, longest - 1));
        if (end > 0 && Character.isHighSurrogate(visible.charAt(end - 1))) {
            end--;
        }
        visible.setLength(end);
        return visible.append('…').toString();
    }
}
