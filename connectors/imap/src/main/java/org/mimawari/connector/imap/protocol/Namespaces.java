package org.mimawari.connector.imap.protocol;

import java.util.ArrayList;
import java.util.List;

/** Reads which names are other people's folders: the second and third group of NAMESPACE (RFC 2342). */
final class Namespaces {

    private static final int MOST = 100;

    private Namespaces() {}

    static List<String> foreign(Response response) {
        if (!response.is("NAMESPACE")) {
            return List.of();
        }
        List<String> prefixes = new ArrayList<>();
        Cursor cursor = new Cursor(response, "* NAMESPACE ".length());
        cursor.spaces();
        cursor.skip();
        for (int group = 0; group < 2 && !cursor.atEnd(); group++) {
            cursor.spaces();
            group(cursor, prefixes);
        }
        return prefixes.stream().filter(prefix -> !prefix.isEmpty()).toList();
    }

    /** {@code (("Other/" "/")("More/" "/"))} or NIL. */
    private static void group(Cursor cursor, List<String> prefixes) {
        if (!cursor.take('(')) {
            cursor.skip();
            return;
        }
        while (cursor.take('(') && prefixes.size() < MOST) {
            cursor.string().ifPresent(prefixes::add);
            while (!cursor.take(')') && !cursor.atEnd()) {
                cursor.spaces();
                cursor.skip();
            }
            cursor.spaces();
        }
        cursor.take(')');
    }
}
