package org.mimawari.connector.imap.managesieve;

import java.nio.charset.StandardCharsets;

/**
 * One part of an answer (RFC 5804 section 4).
 *
 * @param octets each character is one octet, so that what the server sent can be sent back unchanged
 */
record Item(Kind kind, String octets) {

    /** A bare word, a quoted string or literal, or a response code without its parentheses. */
    enum Kind { WORD, TEXT, CODE }

    boolean isText() {
        return kind == Kind.TEXT;
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && octets.equalsIgnoreCase(word);
    }

    /** Read as UTF-8; what is none becomes the replacement character. */
    String text() {
        return new String(octets.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
