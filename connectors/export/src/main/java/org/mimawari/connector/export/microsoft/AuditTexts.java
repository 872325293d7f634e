package org.mimawari.connector.export.microsoft;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Gives values that come again and again (user names, addresses, user agents) as one and the same text without making
 * it anew. Remembers the last of each of 8,192 hash values, so its size is bounded.
 */
final class AuditTexts {

    private static final int SLOTS = 8192;
    private static final int LONGEST = 400;
    private static final int CAP = 64 * 1024;

    private final String[] slots = new String[SLOTS];

    AuditTexts() {
        java.util.Arrays.fill(slots, "");
    }

    /** The parser's current scalar as text, cut at 64 Ki characters; JSON null is an empty text. */
    String text(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return "";
        }
        if (token != JsonToken.VALUE_STRING) {
            return parser.getText();
        }
        int length = parser.getTextLength();
        if (length > LONGEST) {
            String whole = parser.getText();
            return length <= CAP ? whole : whole.substring(0, CAP);
        }
        return known(parser.getTextCharacters(), parser.getTextOffset(), length);
    }

    private String known(char[] chars, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = hash * 31 + chars[i];
        }
        int slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
        String candidate = slots[slot];
        if (same(candidate, chars, from, length)) {
            return candidate;
        }
        String text = new String(chars, from, length);
        slots[slot] = text;
        return text;
    }

    private static boolean same(String text, char[] chars, int from, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != chars[from + i]) {
                return false;
            }
        }
        return true;
    }
}
