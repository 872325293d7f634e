package org.mimawari.connector.export.google;

import java.util.ArrayList;
import java.util.List;

/** OAuth scopes as Google's logs and GAM write them: one text, parted by commas, blanks or line breaks. */
final class Scopes {

    private static final int MOST = 200;

    private Scopes() {}

    static List<String> split(String text) {
        List<String> scopes = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= text.length() && scopes.size() < MOST; at++) {
            if (at == text.length() || isBetween(text.charAt(at))) {
                if (at > from) {
                    scopes.add(text.substring(from, at));
                }
                from = at + 1;
            }
        }
        return scopes;
    }

    private static boolean isBetween(char c) {
        return c <= ' ' || c == ',' || c == '[' || c == ']' || c == '\'' || c == '"';
    }
}
