package org.mimawari.connector.export.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.Parameter;

/**
 * The parameters of one event by name, ignoring case. A text is cut after 4,000 characters, an event has at most 300
 * parameters and a parameter at most 1,000 values; what is beyond that is dropped.
 */
final class EventParameters {

    static final EventParameters NONE = new EventParameters();
    private static final int LONGEST = 4_000;
    private static final int MOST = 300;
    private static final int MOST_VALUES = 1_000;
    private static final int LISTED = 1_000;

    private final Map<String, List<String>> texts = new LinkedHashMap<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, JsonNode> trees = new LinkedHashMap<>();

    void add(String name, String value) {
        String key = key(name);
        if (!texts.containsKey(key) && texts.size() >= MOST) {
            return;
        }
        List<String> values = texts.computeIfAbsent(key, any -> new ArrayList<>());
        names.putIfAbsent(key, name);
        if (values.size() < MOST_VALUES && !value.isBlank()) {
            values.add(value.length() <= LONGEST ? value : value.substring(0, LONGEST));
        }
    }

    void add(String name, JsonNode tree) {
        if (trees.size() < MOST) {
            trees.putIfAbsent(key(name), tree);
        }
    }

    /** The first value of the first of these parameters that has one. */
    Optional<String> find(String... wanted) {
        for (String name : wanted) {
            List<String> values = all(name);
            if (!values.isEmpty()) {
                return Optional.of(values.get(0));
            }
        }
        return Optional.empty();
    }

    List<String> all(String name) {
        return texts.getOrDefault(key(name), List.of());
    }

    /** The value as a text to compare with: lower case, empty where there is none. */
    String word(String... wanted) {
        return find(wanted).orElse("").toLowerCase(Locale.ROOT);
    }

    boolean isTrue(String name) {
        return word(name).equals("true");
    }

    boolean isFalse(String name) {
        return word(name).equals("false");
    }

    boolean isGiven(String name) {
        return !all(name).isEmpty();
    }

    long number(String... wanted) {
        return find(wanted).map(EventParameters::whole).orElse(-1L);
    }

    /** A nested value, or a missing node. */
    JsonNode tree(String name) {
        return trees.getOrDefault(key(name), MissingNode.getInstance());
    }

    /** Every parameter with its values joined, as the source named it. */
    List<Parameter> list() {
        List<Parameter> list = new ArrayList<>();
        texts.forEach((key, values) -> list.add(new Parameter(names.getOrDefault(key, key), joined(values))));
        return list;
    }

    private static String joined(List<String> values) {
        StringBuilder text = new StringBuilder();
        for (String value : values) {
            if (text.length() > LISTED) {
                break;
            }
            text.append(text.length() == 0 ? "" : ", ").append(value);
        }
        return text.length() <= LISTED ? text.toString() : text.substring(0, LISTED);
    }

    /** A whole number, or −1 where it is none. */
    static long whole(String text) {
        boolean isNumber = !text.isEmpty() && text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Long.parseLong(text) : -1;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
