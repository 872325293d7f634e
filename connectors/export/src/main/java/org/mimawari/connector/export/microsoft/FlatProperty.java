package org.mimawari.connector.export.microsoft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Properties of audit records after a script flattened them: <code>@{Name=DeleteMessage; Value=True}</code> where
 * {@code ConvertTo-Json} reached its depth, columns {@code Param_DeleteMessage} and one text with {@code Name=Value}
 * parted by bars, as Hawk writes them.
 */
final class FlatProperty {

    private static final String COLUMN = "param_";
    private static final String BAR = " | ";
    private static final int MOST = 200;

    private FlatProperty() {}

    static AuditProperty of(AuditField list, String text) {
        if (!text.startsWith("@{") || !text.endsWith("}")) {
            return new AuditProperty(list, text, "", "");
        }
        String inner = text.substring(2, text.length() - 1);
        int old = inner.lastIndexOf("; OldValue=");
        String before = old < 0 ? inner : inner.substring(0, old);
        int value = before.indexOf("; NewValue=") >= 0 ? before.indexOf("; NewValue=") : before.indexOf("; Value=");
        if (!before.startsWith("Name=") || value < 0) {
            return new AuditProperty(list, text, "", "");
        }
        return new AuditProperty(list, before.substring("Name=".length(), value),
                before.substring(before.indexOf('=', value) + 1),
                old < 0 ? "" : inner.substring(old + "; OldValue=".length()));
    }

    /** The parameter that a column holds; empty where it holds none. */
    static String parameterOf(String column) {
        String bare = column.strip();
        return bare.toLowerCase(Locale.ROOT).startsWith(COLUMN) ? bare.substring(COLUMN.length()) : "";
    }

    static boolean isRow(String text) {
        return !text.startsWith("[") && !text.startsWith("{") && text.indexOf('=') > 0
                && (text.contains(BAR) || text.indexOf(';') < 0);
    }

    static List<AuditProperty> row(AuditField list, String text) {
        List<AuditProperty> found = new ArrayList<>();
        int from = 0;
        while (from < text.length() && found.size() < MOST) {
            int bar = text.indexOf(BAR, from);
            int end = bar < 0 ? text.length() : bar;
            int equals = text.indexOf('=', from);
            if (equals > from && equals < end) {
                found.add(new AuditProperty(list, text.substring(from, equals).strip(),
                        text.substring(equals + 1, end), ""));
            }
            from = bar < 0 ? text.length() : bar + BAR.length();
        }
        return found;
    }
}
