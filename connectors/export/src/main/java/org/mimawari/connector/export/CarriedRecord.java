package org.mimawari.connector.export;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A hit of a log system, copied as it is read, and the parts of it that may be the record it carries. Takes at most
 * 16 MiB of a hit.
 */
final class CarriedRecord {

    private static final int LARGEST = 16 << 20;
    private static final int DEEPEST = 3;
    private static final int MOST_FRAME_FIELDS = 6;
    private static final List<String> FRAMES = List.of("result.", "_source.");

    /** Where log systems keep the record as it came, the surest first. */
    private static final List<String> ORIGINALS = List.of("_raw", "event.original", "RawEventData", "o365.audit",
            "data.office365", "azure.signinlogs", "azure.auditlogs", "full_log", "textPayload", "Body");

    private final JsonParser json;
    private final ByteArrayOutputStream copy = new ByteArrayOutputStream(4096);
    private final JsonGenerator writer;
    private final Map<String, String> parts = new HashMap<>();
    private int fields;

    /** The parser stands on the start of the hit's object. */
    CarriedRecord(JsonParser json) throws IOException {
        this.json = json;
        this.writer = JsonFile.FACTORY.createGenerator(copy);
        writer.writeStartObject();
    }

    /** Takes a field, on whose value the parser stands. */
    void add(String name) throws IOException {
        fields++;
        writer.writeFieldName(name);
        value(name, 1);
    }

    /** True while nothing in it says that it is itself a hit. */
    boolean mayBeFrame() {
        return fields < MOST_FRAME_FIELDS && !parts.containsKey("@timestamp") && !parts.containsKey("kind")
                && !parts.containsKey("id");
    }

    /** The record inside, or the hit itself. */
    String carried() throws IOException {
        writer.close();
        for (String name : ORIGINALS) {
            String part = parts.getOrDefault(name, "");
            if (!part.isBlank()) {
                return part;
            }
        }
        String framed = parts.getOrDefault("result", parts.getOrDefault("_source", ""));
        return message().orElse(framed.startsWith("{") ? framed : copy.toString(StandardCharsets.UTF_8));
    }

    /** A line of a log as Filebeat and its kin ship it, whole or with its beginning taken off. */
    private Optional<String> message() {
        String message = parts.getOrDefault("message", "").strip();
        if (message.startsWith("{") || LogStart.isStamped(message)) {
            return Optional.of(message);
        }
        Optional<String> program = Optional.ofNullable(parts.get("process.name"))
                .filter(name -> !message.isEmpty() && parts.containsKey("@timestamp"));
        String host = parts.getOrDefault("host.hostname", parts.getOrDefault("host.name", "host"));
        return program.map(name -> parts.get("@timestamp") + " " + host.replace(' ', '-') + " " + name + "["
                + parts.getOrDefault("process.pid", "0") + "]: " + message);
    }

    private void value(String path, int depth) throws IOException {
        JsonToken token = json.currentToken();
        if (copy.size() > LARGEST) {
            json.skipChildren();
            writer.writeNull();
        } else if (token == JsonToken.START_OBJECT && depth <= DEEPEST) {
            writer.flush();
            int from = copy.size();
            writer.writeStartObject();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                writer.writeFieldName(name);
                json.nextToken();
                value(path + "." + name, depth + 1);
            }
            writer.writeEndObject();
            writer.flush();
            keep(path, from);
        } else if (token.isStructStart()) {
            writer.copyCurrentStructure(json);
        } else {
            writer.copyCurrentEvent(json);
            parts.putIfAbsent(bare(path), json.getValueAsString(""));
        }
    }

    private void keep(String path, int from) {
        String bare = bare(path);
        if (ORIGINALS.contains(bare) || FRAMES.contains(path + ".")) {
            String text = new String(copy.toByteArray(), from, copy.size() - from, StandardCharsets.UTF_8);
            parts.putIfAbsent(bare, text.substring(text.indexOf('{')));
        }
    }

    private static String bare(String path) {
        for (String frame : FRAMES) {
            if (path.startsWith(frame)) {
                return path.substring(frame.length());
            }
        }
        return path;
    }
}
