package org.mimawari.connector.imap.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A Sieve script that is to run on changes in a folder, as METADATA names it (RFC 5464, RFC 6785 section 2.3.1).
 *
 * @param entry the annotation, for example {@code /shared/imapsieve/script}
 * @param script its name, as bytes; empty where the server says that it is longer than a name may be
 */
public record ScriptAnnotation(String entry, Optional<String> script) {

    static final String SHARED = "/shared/imapsieve/script";
    static final String PRIVATE = "/private/imapsieve/script";
    private static final String ENDING = "/imapsieve/script";
    private static final int MOST = 16;

    /** True for the one entry whose script a server runs (RFC 6785 section 2.3.1). */
    public boolean isStandard() {
        return entry.equals(SHARED);
    }

    /** What this answer says of scripts; values of other annotations are passed over. */
    static List<ScriptAnnotation> of(Response response) {
        List<ScriptAnnotation> found = new ArrayList<>();
        if (!response.is("METADATA")) {
            return found;
        }
        Cursor cursor = new Cursor(response, "* METADATA ".length());
        cursor.spaces();
        cursor.string();
        cursor.spaces();
        if (cursor.take('(')) {
            while (!cursor.take(')') && !cursor.atEnd() && found.size() < MOST) {
                entry(cursor, found);
            }
        }
        return found;
    }

    /** True where a script's name was longer than was asked for (RFC 5464 section 4.2.1). */
    static boolean isCut(Response.Status status) {
        return status.code().toUpperCase(Locale.ROOT).startsWith("METADATA LONGENTRIES");
    }

    private static void entry(Cursor cursor, List<ScriptAnnotation> found) {
        String entry = cursor.string().orElse("").toLowerCase(Locale.ROOT);
        cursor.spaces();
        if (isScript(entry)) {
            cursor.string().filter(script -> !script.isEmpty())
                    .ifPresent(script -> found.add(new ScriptAnnotation(entry, Optional.of(script))));
        } else {
            cursor.skip();
        }
        cursor.spaces();
    }

    private static boolean isScript(String entry) {
        return entry.endsWith(ENDING) && (entry.startsWith("/shared/") || entry.startsWith("/private/"));
    }
}
