package org.mimawari.connector.imap.protocol;

import java.util.Locale;
import java.util.Optional;

/** The number and the UID of a message, where an answer to FETCH tells both. */
record MessageUid(long number, long uid) {

    private static final int STAR = 2;

    static Optional<MessageUid> of(Response response) {
        Cursor cursor = new Cursor(response, STAR);
        long number = cursor.number();
        cursor.spaces();
        if (number < 1 || !cursor.atom().equalsIgnoreCase("FETCH")) {
            return Optional.empty();
        }
        cursor.spaces();
        cursor.take('(');
        while (!cursor.take(')') && !cursor.atEnd()) {
            cursor.spaces();
            if (cursor.atom().toUpperCase(Locale.ROOT).equals("UID")) {
                cursor.spaces();
                return Optional.of(new MessageUid(number, cursor.number()));
            }
            cursor.skip();
        }
        return Optional.empty();
    }
}
