package org.mimawari.connector.export.google;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads one record as a tree, of at most 200,000 values and 32 million characters, so that no record can fill the
 * memory. Looks into trees without ever failing on a value of another type.
 */
final class JsonTree {

    private static final int MOST_VALUES = 200_000;
    private static final long MOST_CHARACTERS = 32L << 20;
    private static final int LONGEST_INNER = 1 << 20;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper INNER = new ObjectMapper(JsonFactory.builder().streamReadConstraints(
            StreamReadConstraints.builder().maxNestingDepth(50).maxStringLength(LONGEST_INNER).build()).build());

    private final JsonParser parser;
    private int values;
    private long characters;

    private JsonTree(JsonParser parser) {
        this.parser = parser;
    }

    /** The object the parser stands on; empty where it is too large. The parser is then at its end. */
    static Optional<JsonNode> read(JsonParser parser) throws IOException {
        JsonTree tree = new JsonTree(parser);
        JsonNode node = tree.value();
        return tree.isTooLarge() ? Optional.empty() : Optional.of(node);
    }

    /** JSON within a text, as the Gmail log's parameters hold it; a missing node where it is none. */
    static JsonNode inner(String text) {
        String bare = text.strip();
        if (!bare.startsWith("{") || bare.length() > LONGEST_INNER) {
            return MissingNode.getInstance();
        }
        try {
            return INNER.readTree(bare);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }

    /** The first of these fields that holds a text, a number or a truth value, as a text; nulls and blanks are none. */
    static Optional<String> text(JsonNode node, String... names) {
        for (String name : names) {
            JsonNode value = node.path(name);
            if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                return Optional.of(value.asText().strip());
            }
        }
        return Optional.empty();
    }

    /** The texts of a field that holds one or a list of them. */
    static List<String> texts(JsonNode node, String name) {
        JsonNode value = node.path(name);
        List<String> texts = new ArrayList<>();
        if (value.isArray()) {
            value.forEach(each -> texts.add(each.asText()));
        } else {
            text(node, name).ifPresent(texts::add);
        }
        texts.removeIf(String::isBlank);
        return texts;
    }

    static Optional<Boolean> truth(JsonNode node, String... names) {
        return text(node, names).filter(text -> text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false"))
                .map(Boolean::parseBoolean);
    }

    static boolean isTrue(JsonNode node, String name) {
        return truth(node, name).orElse(false);
    }

    private boolean isTooLarge() {
        return values > MOST_VALUES || characters > MOST_CHARACTERS;
    }

    private JsonNode value() throws IOException {
        values++;
        if (isTooLarge()) {
            parser.skipChildren();
            return MissingNode.getInstance();
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            return object();
        }
        return token == JsonToken.START_ARRAY ? array() : scalar(token);
    }

    private ObjectNode object() throws IOException {
        ObjectNode node = NODES.objectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            characters += name.length();
            parser.nextToken();
            JsonNode value = value();
            if (!value.isMissingNode()) {
                node.set(name, value);
            }
        }
        return node;
    }

    private ArrayNode array() throws IOException {
        ArrayNode node = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            JsonNode value = value();
            if (!value.isMissingNode()) {
                node.add(value);
            }
        }
        return node;
    }

    /** Numbers stay as they were written: an int64 does not pass through a double. */
    private JsonNode scalar(JsonToken token) throws IOException {
        if (token == JsonToken.VALUE_NULL) {
            return NODES.nullNode();
        }
        if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return NODES.booleanNode(token == JsonToken.VALUE_TRUE);
        }
        String text = parser.getText();
        characters += text.length();
        return NODES.textNode(text);
    }
}
