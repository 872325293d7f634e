package org.mimawari.connector.export.microsoft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.export.ExportFiles;
import org.mimawari.connector.export.ExportSettings;
import org.mimawari.connector.export.RecordingSink;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.OwnDomains;

/** Builds one audit record for a test and reads it, as the audit log would hold it. */
final class AuditStory {

    static final String ADMIN = "admin@shop.example";
    static final String USER = "info@shop.example";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode record = JSON.createObjectNode();

    private AuditStory(String operation, String user) {
        record.put("CreationTime", "2026-03-14T13:05:00").put("Id", "0a1b2c3d-0000-4000-8000-000000000001")
                .put("Operation", operation).put("RecordType", 1).put("UserType", 0).put("UserId", user);
    }

    static AuditStory record(String operation) {
        return new AuditStory(operation, USER);
    }

    static AuditStory byAdmin(String operation) {
        return new AuditStory(operation, ADMIN);
    }

    AuditStory with(String field, String value) {
        record.put(field, value);
        return this;
    }

    AuditStory with(String field, int value) {
        record.put(field, value);
        return this;
    }

    AuditStory json(String field, String json) {
        record.set(field, tree(json));
        return this;
    }

    /** Adds to a list of {@code Name} and {@code Value}. */
    AuditStory pairs(String list, String... namesAndValues) {
        ArrayNode pairs = record.withArray(list);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            pairs.addObject().put("Name", namesAndValues[i]).put("Value", namesAndValues[i + 1]);
        }
        return this;
    }

    AuditStory parameters(String... namesAndValues) {
        return pairs("Parameters", namesAndValues);
    }

    AuditStory modified(String name, String newValue, String oldValue) {
        record.withArray("ModifiedProperties").addObject().put("Name", name).put("NewValue", newValue)
                .put("OldValue", oldValue);
        return this;
    }

    String line() {
        return record.toString();
    }

    <E extends Evidence> List<E> shows(Class<E> type) {
        return read(line() + "\n").evidence(type);
    }

    <E extends Evidence> E showsOne(Class<E> type) {
        List<E> found = shows(type);
        if (found.size() != 1) {
            throw new AssertionError("expected one " + type.getSimpleName() + ", found " + found);
        }
        return found.get(0);
    }

    static RecordingSink read(String content) {
        return read("audit.json", content);
    }

    static RecordingSink read(String name, String content) {
        return read(name, content.getBytes(StandardCharsets.UTF_8));
    }

    static RecordingSink read(String name, byte[] content) {
        try {
            Path folder = Files.createTempDirectory("audit");
            Source source = new ExportFiles(folder).file(name, content);
            RecordingSink sink = ExportFiles.read(reader(), source);
            Files.delete(source.path());
            Files.delete(folder);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static UnifiedAuditReader reader() {
        return new UnifiedAuditReader(new ExportSettings(List.of(), Optional.empty(), Optional.empty(), ZoneOffset.UTC,
                OwnDomains.of("shop.example")));
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
