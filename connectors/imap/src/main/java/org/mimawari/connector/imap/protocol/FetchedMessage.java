package org.mimawari.connector.imap.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One message as a server gave it.
 *
 * @param number its number in the folder, from 1
 * @param uid 0 where the server told none
 * @param size of the whole message in bytes, 0 where the server told none
 * @param internalDate when the server says it was received, or stored (RFC 9051 section 2.3.3); whoever stores it may
 *     choose it
 * @param saveDate when it was really stored (RFC 8514)
 * @param draft true where it bears the flag {@code \Draft}: it was never sent
 * @param bytes the beginning of its headers or of the whole, as asked for
 */
public record FetchedMessage(long number, long uid, long size, Optional<String> internalDate, Optional<String> saveDate,
        boolean draft, byte[] bytes) {

    private static final int STAR = 2;

    /** The message in an answer to FETCH; empty where it is another answer, or holds no part of a message. */
    static Optional<FetchedMessage> of(Response response) {
        Cursor cursor = new Cursor(response, STAR);
        long number = cursor.number();
        cursor.spaces();
        if (number < 1 || !cursor.atom().equalsIgnoreCase("FETCH")) {
            return Optional.empty();
        }
        cursor.spaces();
        return cursor.take('(') ? items(number, cursor) : Optional.empty();
    }

    private static Optional<FetchedMessage> items(long number, Cursor cursor) {
        long uid = 0;
        long size = 0;
        Optional<String> internalDate = Optional.empty();
        Optional<String> saveDate = Optional.empty();
        boolean draft = false;
        Optional<byte[]> bytes = Optional.empty();
        cursor.spaces();
        while (!cursor.take(')') && !cursor.atEnd()) {
            String name = cursor.atom().toUpperCase(Locale.ROOT);
            cursor.spaces();
            switch (name) {
                case "UID" -> uid = Math.max(0, cursor.number());
                case "RFC822.SIZE" -> size = Math.max(0, cursor.number());
                case "INTERNALDATE" -> internalDate = cursor.string();
                case "FLAGS" -> draft = draft(cursor);
                case "SAVEDATE" -> saveDate = cursor.string();
                default -> bytes = name.startsWith("BODY[") && bytes.isEmpty() ? bytes(cursor) : passed(cursor, bytes);
            }
            cursor.spaces();
        }
        FetchedMessage message = new FetchedMessage(number, uid, size, internalDate, saveDate, draft,
                bytes.orElse(new byte[0]));
        return bytes.map(any -> message);
    }

    private static boolean draft(Cursor cursor) {
        boolean draft = false;
        if (cursor.take('(')) {
            while (!cursor.take(')') && !cursor.atEnd()) {
                String flag = cursor.atom();
                draft |= flag.equalsIgnoreCase("\\Draft");
                if (flag.isEmpty() && !cursor.take(' ')) {
                    cursor.skip();
                }
            }
        }
        return draft;
    }

    private static Optional<byte[]> bytes(Cursor cursor) {
        return cursor.literal().map(Response.Literal::bytes)
                .or(() -> cursor.string().map(text -> text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static Optional<byte[]> passed(Cursor cursor, Optional<byte[]> bytes) {
        cursor.skip();
        return bytes;
    }
}
