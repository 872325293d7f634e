package org.mimawari.sieve;

/**
 * A token of a script (RFC 5228 section 8.1).
 *
 * @param text the identifier, the tag without its colon, the number, the contents of the string or of the comment, or
 *     the punctuation itself
 * @param line from 1
 */
record Token(Type type, String text, int line) {

    enum Type { IDENTIFIER, TAG, NUMBER, STRING, COMMENT, PUNCTUATION, END }

    boolean is(char punctuation) {
        return type == Type.PUNCTUATION && text.charAt(0) == punctuation;
    }

    boolean isWord(String word) {
        return type == Type.IDENTIFIER && text.equalsIgnoreCase(word);
    }
}
