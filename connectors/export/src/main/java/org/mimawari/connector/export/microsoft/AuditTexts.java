package org.mimawari.connector.export.microsoft;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Gives scalars as texts of bounded length. */
final class AuditTexts {

    private static final int CAP = 64 * 1024;

    private AuditTexts() {}

    /** The parser's current scalar as text, cut at 64 Ki characters; JSON null is an empty text. */
    static String text(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return "";
        }
        String whole = parser.getText();
        return whole.length() <= CAP ? whole : whole.substring(0, CAP);
    }
}
