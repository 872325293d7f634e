package org.mimawari.connector.imap.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One answer of a server: a line, with its literals apart.
 *
 * @param text bytes as characters (ISO 8859-1); a {@code ~} stands where each literal was
 */
record Response(String text, List<Literal> literals) {

    /**
     * A literal and the index in the text where it belongs.
     *
     * @param size as announced; more than there are bytes where it was cut
     */
    record Literal(int at, byte[] bytes, long size) {}

    /** How a command, or the server's state, turned out: {@code OK [CODE] text}. */
    record Status(String word, String code, String text) {

        boolean isOk() {
            return word.equals("OK");
        }

        /** The first word of the code, for example {@code LIMIT}. */
        String codeName() {
            int space = code.indexOf(' ');
            return (space < 0 ? code : code.substring(0, space)).toUpperCase(Locale.ROOT);
        }
    }

    boolean isUntagged() {
        return text.startsWith("* ");
    }

    boolean isContinuation() {
        return text.startsWith("+");
    }

    boolean isTagged(String tag) {
        return text.startsWith(tag) && text.length() > tag.length() && text.charAt(tag.length()) == ' ';
    }

    /** The words behind the tag or the star. */
    String rest() {
        int space = text.indexOf(' ');
        return space < 0 ? "" : text.substring(space + 1);
    }

    /** True for an untagged answer that begins with this word. */
    boolean is(String word) {
        return isUntagged() && text.regionMatches(true, 2, word, 0, word.length())
                && (text.length() == 2 + word.length() || text.charAt(2 + word.length()) == ' ');
    }

    /** The status it tells; empty where it is another answer. */
    Optional<Status> status() {
        String rest = rest();
        int space = rest.indexOf(' ');
        String word = (space < 0 ? rest : rest.substring(0, space)).toUpperCase(Locale.ROOT);
        String after = space < 0 ? "" : rest.substring(space + 1).strip();
        boolean isStatus = switch (word) {
            case "OK", "NO", "BAD", "BYE", "PREAUTH" -> true;
            default -> false;
        };
        int close = after.startsWith("[") ? after.indexOf(']') : -1;
        String code = close < 0 ? "" : after.substring(1, close);
        return isStatus ? Optional.of(new Status(word, code, after.substring(close + 1).strip())) : Optional.empty();
    }
}
