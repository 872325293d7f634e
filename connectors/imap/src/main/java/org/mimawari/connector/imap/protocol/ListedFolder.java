package org.mimawari.connector.imap.protocol;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A folder as LIST shows it (RFC 9051 section 7.3.1).
 *
 * @param raw the name as the server sent it, bytes as characters; only this opens it
 * @param attributes in lower case, for example {@code \sent} (RFC 6154)
 * @param separator between the names of folders in it; an empty text where there is none
 */
public record ListedFolder(String raw, Set<String> attributes, String separator) {

    private static final int MOST_ATTRIBUTES = 50;

    public boolean canBeOpened() {
        return !attributes.contains("\\noselect") && !attributes.contains("\\nonexistent");
    }

    public boolean is(String attribute) {
        return attributes.contains(attribute);
    }

    static Optional<ListedFolder> of(Response response) {
        if (!response.is("LIST")) {
            return Optional.empty();
        }
        Cursor cursor = new Cursor(response, "* LIST ".length());
        cursor.spaces();
        Set<String> attributes = new TreeSet<>();
        if (cursor.take('(')) {
            while (!cursor.take(')') && !cursor.atEnd() && attributes.size() < MOST_ATTRIBUTES) {
                cursor.spaces();
                attributes.add(cursor.atom().toLowerCase(Locale.ROOT));
                cursor.spaces();
                if (cursor.take('(')) {
                    return Optional.empty();
                }
            }
        }
        cursor.spaces();
        String separator = cursor.string().orElse("");
        cursor.spaces();
        return cursor.atEnd() ? Optional.empty() : cursor.string().filter(name -> !name.isEmpty())
                .map(name -> new ListedFolder(name, attributes, separator));
    }
}
