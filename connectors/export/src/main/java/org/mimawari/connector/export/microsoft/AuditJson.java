package org.mimawari.connector.export.microsoft;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Small trees for the values of rare operations that are JSON themselves. */
final class AuditJson {

    private static final ObjectMapper MAPPER = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(50).build()).build());

    private AuditJson() {}

    /** The tree of a text, or a missing node where it is no JSON. */
    static JsonNode tree(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** The structure the parser stands on: a list of scalars joined with semicolons, all else as JSON. */
    static String flat(JsonParser parser) throws IOException {
        JsonNode node = MAPPER.readTree(parser);
        List<String> parts = new ArrayList<>();
        for (JsonNode part : node) {
            if (node.isObject() || part.isContainerNode()) {
                return node.toString();
            }
            parts.add(part.asText());
        }
        return String.join(";", parts);
    }
}
