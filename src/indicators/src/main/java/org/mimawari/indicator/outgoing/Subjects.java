package org.mimawari.indicator.outgoing;

import java.util.List;
import org.mimawari.indicator.words.Folding;

/**
 * Brings subjects of one campaign to one writing: without reply marks, numbers and the name of the person addressed.
 */
public final class Subjects {

    private static final int LONGEST = 200;
    private static final int LONGEST_NAME = 16;
    private static final List<String> MARKS = List.of("re:", "fw:", "fwd:", "aw:", "sv:", "antw:", "返信:", "転送:");
    private static final String SIR = "様";

    private Subjects() {}

    public static String normalised(String subject) {
        String text = withoutMarks(Folding.fold(subject.length() <= LONGEST ? subject : subject.substring(0, LONGEST)));
        StringBuilder kept = new StringBuilder(text.length());
        int c;
        for (int i = 0; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (Character.isLetter(c) || c == ' ') {
                kept.appendCodePoint(c);
            }
        }
        return withoutName(kept.toString().strip());
    }

    /** True where it claims to answer or to pass on something. */
    public static boolean isReply(String subject) {
        String folded = Folding.fold(subject.length() <= LONGEST ? subject : subject.substring(0, LONGEST));
        return MARKS.stream().anyMatch(folded::startsWith);
    }

    private static String withoutMarks(String text) {
        String rest = text;
        boolean cut = true;
        while (cut) {
            String before = rest;
            for (String mark : MARKS) {
                rest = rest.startsWith(mark) ? rest.substring(mark.length()).strip() : rest;
            }
            cut = !rest.equals(before);
        }
        return rest;
    }

    /** {@code 山田様 ご請求の件} and {@code 鈴木様 ご請求の件} are one subject. */
    private static String withoutName(String text) {
        int sir = text.indexOf(SIR);
        return sir < 0 || sir > LONGEST_NAME ? text : text.substring(sir + 1).strip();
    }
}
