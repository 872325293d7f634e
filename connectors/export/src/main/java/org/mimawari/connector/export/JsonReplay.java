package org.mimawari.connector.export;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;

/** Looks at the first fields of an object and can then play the whole object again from its start. */
final class JsonReplay {

    private final JsonParser parser;
    private final TokenBuffer seen;

    JsonReplay(JsonParser parser) throws IOException {
        this.parser = parser;
        this.seen = new TokenBuffer(parser);
        seen.copyCurrentEvent(parser);
    }

    /** Moves to the next field's name; false at the end of the object. */
    boolean copyName() throws IOException {
        boolean more = parser.nextToken() == JsonToken.FIELD_NAME;
        seen.copyCurrentEvent(parser);
        return more;
    }

    /** Copies the value of the field whose name was copied last. */
    void copyValue() throws IOException {
        if (parser.currentToken() == JsonToken.FIELD_NAME) {
            parser.nextToken();
        }
        seen.copyCurrentStructure(parser);
    }

    /** The object from its start, whatever of it was looked at; the parser is then at its end. */
    JsonParser rest() throws IOException {
        while (parser.currentToken() != JsonToken.END_OBJECT || !seenComplete()) {
            if (!copyName()) {
                break;
            }
            copyValue();
        }
        return seen.asParser();
    }

    private boolean seenComplete() {
        return seen.getOutputContext().inRoot();
    }
}
