package org.mimawari.cli.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A mapping of the configuration file. What is asked for by name is known; {@link #finish} complains about the rest, so
 * that no misspelt setting is silently ignored.
 */
final class Section {

    private final Source source;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    /** The file being read, for messages and secrets. */
    record Source(String file, Secrets secrets, ClearSecrets clear) {

        String at(Node node) {
            return file + " line " + (node.getStartMark().getLine() + 1);
        }
    }

    private Section(Source source) {
        this.source = source;
    }

    static Section of(Source source, Node node) throws ConfigurationException {
        if (!(node instanceof MappingNode mapping)) {
            throw new ConfigurationException(source.at(node) + ": expected 'name: value' lines");
        }
        Section section = new Section(source);
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                throw new ConfigurationException(source.at(tuple.getKeyNode()) + ": expected a name");
            }
            if (section.values.put(key.getValue(), tuple.getValueNode()) != null) {
                throw new ConfigurationException(source.at(key) + ": '" + key.getValue() + "' is given twice");
            }
            section.keys.put(key.getValue(), key);
        }
        return section;
    }

    Optional<String> find(String name) throws ConfigurationException {
        List<String> texts = texts(name);
        if (texts.size() > 1) {
            throw wrong(name, "expected one value");
        }
        return texts.stream().findFirst();
    }

    String text(String name, String orElse) throws ConfigurationException {
        return find(name).orElse(orElse);
    }

    /** The values of a list, or a single value as a list of one. */
    List<String> texts(String name) throws ConfigurationException {
        asked.add(name);
        Node node = values.get(name);
        if (node == null) {
            return List.of();
        }
        List<Node> items = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
        List<String> texts = new ArrayList<>();
        for (Node item : items) {
            if (!(item instanceof ScalarNode scalar)) {
                throw wrong(name, "expected a value or a list of values");
            }
            String where = source.at(item) + ": '" + name + "'";
            source.clear().look(type(), name, scalar.getValue(), where);
            texts.add(source.secrets().resolved(scalar.getValue(), where));
        }
        return texts;
    }

    private String type() {
        return values.get("type") instanceof ScalarNode type ? type.getValue() : "";
    }

    List<Section> sections(String name) throws ConfigurationException {
        asked.add(name);
        Node node = values.get(name);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode sequence)) {
            throw wrong(name, "expected a list");
        }
        List<Section> sections = new ArrayList<>();
        for (Node item : sequence.getValue()) {
            sections.add(of(source, item));
        }
        return sections;
    }

    /** The section under this name; one without any setting where it is absent. */
    Section section(String name) throws ConfigurationException {
        asked.add(name);
        Node node = values.get(name);
        return node == null ? new Section(source) : of(source, node);
    }

    /** The names given here, all of which count as known. */
    List<String> names() {
        asked.addAll(values.keySet());
        return List.copyOf(values.keySet());
    }

    /** @throws ConfigurationException naming the first setting that nobody asked for */
    void finish() throws ConfigurationException {
        for (String name : values.keySet()) {
            if (!asked.contains(name)) {
                throw new ConfigurationException(source.at(keys.get(name)) + ": unknown setting '" + name
                        + "'; known here: " + String.join(", ", asked.stream().sorted().toList()));
            }
        }
    }

    ConfigurationException wrong(String name, String why) {
        Node key = keys.get(name);
        String at = key == null ? source.file() : source.at(key);
        return new ConfigurationException(at + ": '" + name + "': " + why);
    }
}
