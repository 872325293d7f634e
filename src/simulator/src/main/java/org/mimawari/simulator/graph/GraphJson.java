package org.mimawari.simulator.graph;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes JSON of Graph. */
public final class GraphJson {

    private static final JsonFactory JSON = new JsonFactory();

    private GraphJson() {}

    /** Writes the fields of an object. */
    @FunctionalInterface
    public interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    public static String object(Fields fields) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    static void texts(JsonGenerator json, String name, List<String> texts) throws IOException {
        json.writeArrayFieldStart(name);
        for (String text : texts) {
            json.writeString(text);
        }
        json.writeEndArray();
    }

    static void recipients(JsonGenerator json, String name, List<String> addresses) throws IOException {
        json.writeArrayFieldStart(name);
        for (String address : addresses) {
            json.writeStartObject();
            recipient(json, address);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    static void recipient(JsonGenerator json, String address) throws IOException {
        json.writeObjectFieldStart("emailAddress");
        json.writeStringField("name", address);
        json.writeStringField("address", address);
        json.writeEndObject();
    }
}
