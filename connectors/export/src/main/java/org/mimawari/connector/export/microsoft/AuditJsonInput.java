package org.mimawari.connector.export.microsoft;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Walks JSON with Jackson: any JSON, from any stream. */
final class AuditJsonInput implements AuditInput {

    private static final int CAP = 64 * 1024;

    private final JsonParser parser;
    private String name = "";

    AuditJsonInput(JsonParser parser) {
        this.parser = parser;
    }

    @Override
    public Kind kind() {
        JsonToken token = parser.currentToken();
        return token == JsonToken.START_OBJECT ? Kind.OBJECT : token == JsonToken.START_ARRAY ? Kind.ARRAY
                : token == JsonToken.VALUE_STRING ? Kind.TEXT : Kind.SCALAR;
    }

    @Override
    public void enter() {
        // The parser does so by itself with the next token.
    }

    @Override
    public boolean nextField() throws IOException {
        if (parser.nextToken() != JsonToken.FIELD_NAME) {
            return false;
        }
        name = parser.currentName();
        parser.nextToken();
        return true;
    }

    @Override
    public boolean nextElement() throws IOException {
        JsonToken token = parser.nextToken();
        return token != JsonToken.END_ARRAY && token != null;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String anyName() {
        return name;
    }

    @Override
    public AuditField field() {
        return AuditField.of(name);
    }

    @Override
    public String text() throws IOException {
        return parser.currentToken() == JsonToken.VALUE_NULL ? "" : capped(parser.getText());
    }

    @Override
    public String flat() throws IOException {
        return capped(AuditJson.flat(parser));
    }

    @Override
    public void skip() throws IOException {
        parser.skipChildren();
    }

    private static String capped(String text) {
        return text.length() <= CAP ? text : text.substring(0, CAP);
    }
}
