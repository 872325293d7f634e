package org.mimawari.connector.google.collect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** One record of a page by itself, for what has to be looked at twice. */
final class Record {

    private static final JsonFactory JSON = new JsonFactory();

    private Record() {}

    /** The record the parser stands on, which is then at its end. */
    static byte[] bytes(JsonParser parser) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = JSON.createGenerator(bytes)) {
            generator.copyCurrentStructure(parser);
        }
        return bytes.toByteArray();
    }
}
