package org.mimawari.connector.export.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * Objects that PowerShell flattened to text, as {@code Export-Csv} and {@code ConvertTo-Json} beyond its depth do:
 * <code>@{errorCode=0; failureReason=Other.}</code>. Its writing quotes nothing, so a value that holds such writing
 * itself is parted there.
 */
final class ShellObject {

    private static final int MOST_FIELDS = 200;

    private ShellObject() {}

    static boolean isIn(String text) {
        return text.startsWith("@{") && text.endsWith("}");
    }

    static Tree of(String text) {
        List<Tree.Field> fields = new ArrayList<>();
        int from = 2;
        while (from < text.length() - 1 && fields.size() < MOST_FIELDS) {
            int end = end(text, from);
            int equals = text.indexOf('=', from);
            if (equals > from && equals < end) {
                fields.add(new Tree.Field(text.substring(from, equals).strip(),
                        Tree.text(text.substring(equals + 1, end))));
            }
            from = end + 1;
        }
        return fields.isEmpty() ? Tree.NONE : Tree.object(fields);
    }

    /** Where the field ends: before a semicolon behind which another begins, outside inner braces. */
    private static int end(String text, int from) {
        int depth = 0;
        for (int at = from; at < text.length() - 1; at++) {
            char c = text.charAt(at);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == ';' && depth <= 0 && beginsField(text, at + 1)) {
                return at;
            }
        }
        return text.length() - 1;
    }

    private static boolean beginsField(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        int name = at;
        while (at < text.length() && isNamePart(text.charAt(at))) {
            at++;
        }
        return at > name && at < text.length() && text.charAt(at) == '=';
    }

    private static boolean isNamePart(char c) {
        return Character.isLetterOrDigit(c) || "_.@-".indexOf(c) >= 0;
    }
}
