package org.mimawari.connector.export.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/** Names of Gmail labels by their ids ({@code Label_12}); an id without a known name stands for itself. */
record GmailLabels(Map<String, String> names) {

    static final GmailLabels UNKNOWN = new GmailLabels(Map.of());
    private static final int MOST = 10_000;

    GmailLabels {
        names = Map.copyOf(names);
    }

    /** Reads {@code labels: [{id, name}]}. */
    static GmailLabels of(JsonNode labels) {
        Map<String, String> names = new HashMap<>();
        for (JsonNode label : labels) {
            if (names.size() < MOST) {
                JsonTree.text(label, "id").ifPresent(id ->
                        JsonTree.text(label, "name").ifPresent(name -> names.put(id, name)));
            }
        }
        return names.isEmpty() ? UNKNOWN : new GmailLabels(names);
    }

    String name(String id) {
        return names.getOrDefault(id, id);
    }
}
