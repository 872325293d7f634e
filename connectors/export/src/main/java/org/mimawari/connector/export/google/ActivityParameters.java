package org.mimawari.connector.export.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Reads the parameters of an event: a list of {@code {name, value|boolValue|intValue|multiValue|messageValue …}} as the
 * Reports API and Cloud Logging give them, or an object of plain values as other tools flatten them.
 */
final class ActivityParameters {

    private static final List<String> ONE = List.of("value", "boolValue", "intValue", "stringValue", "string_value",
            "bool_value", "int_value", "int64Value");
    private static final List<String> MANY = List.of("multiValue", "multiStrValue", "multiIntValue", "multi_value",
            "multi_str_value", "multi_int_value", "multiBoolValue");
    private static final List<String> MESSAGE = List.of("messageValue", "message_value");
    private static final List<String> MESSAGES = List.of("multiMessageValue", "multi_message_value");
    private static final int DEEPEST = 20;

    private ActivityParameters() {}

    static EventParameters read(JsonNode... nodes) {
        EventParameters parameters = new EventParameters();
        for (JsonNode node : nodes) {
            if (node.isArray()) {
                node.forEach(each -> named(each, parameters));
            } else if (node.isObject()) {
                node.properties().forEach(field -> plain(field.getKey(), field.getValue(), parameters, 0));
            }
        }
        return parameters;
    }

    private static void named(JsonNode node, EventParameters parameters) {
        String name = JsonTree.text(node, "name").orElse("");
        if (name.isEmpty()) {
            return;
        }
        ONE.forEach(key -> JsonTree.text(node, key).ifPresent(value -> text(name, value, parameters)));
        MANY.forEach(key -> node.path(key).forEach(value -> text(name, value.asText(), parameters)));
        MESSAGE.forEach(key -> message(name, node.path(key), parameters));
        MESSAGES.forEach(key -> node.path(key).forEach(each -> message(name, each, parameters)));
        parameters.add(name, "");
    }

    private static void text(String name, String value, EventParameters parameters) {
        parameters.add(name, value);
        JsonNode inner = JsonTree.inner(value);
        if (inner.isObject()) {
            parameters.add(name, inner);
        }
    }

    private static void message(String name, JsonNode message, EventParameters parameters) {
        if (message.isMissingNode()) {
            return;
        }
        JsonNode tree = tree(message, 0);
        parameters.add(name, tree);
        parameters.add(name, tree.toString());
    }

    /** {@code {parameter: [{name, value}]}} as the object it stands for. */
    private static JsonNode tree(JsonNode message, int depth) {
        JsonNode list = message.has("parameter") ? message.path("parameter") : message.path("parameters");
        if (!list.isArray() || depth > DEEPEST) {
            return message;
        }
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        for (JsonNode each : list) {
            JsonTree.text(each, "name").ifPresent(name -> tree.set(name, nested(each, depth + 1)));
        }
        return tree;
    }

    private static JsonNode nested(JsonNode each, int depth) {
        for (String key : MESSAGE) {
            if (each.has(key)) {
                return tree(each.path(key), depth);
            }
        }
        for (String key : MESSAGES) {
            if (each.has(key)) {
                ArrayNode list = JsonNodeFactory.instance.arrayNode();
                each.path(key).forEach(item -> list.add(tree(item, depth)));
                return list;
            }
        }
        for (String key : MANY) {
            if (each.has(key)) {
                return each.path(key);
            }
        }
        return JsonNodeFactory.instance.textNode(JsonTree.text(each, ONE.toArray(String[]::new)).orElse(""));
    }

    private static void plain(String name, JsonNode value, EventParameters parameters, int depth) {
        if (value.isArray()) {
            value.forEach(each -> plain(name, each, parameters, depth + 1));
        } else if (value.isObject()) {
            parameters.add(name, value);
            parameters.add(name, value.toString());
        } else if (!value.isNull() && depth < DEEPEST) {
            text(name, value.asText(), parameters);
        }
    }
}
