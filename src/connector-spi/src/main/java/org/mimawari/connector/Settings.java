package org.mimawari.connector;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of one connector, already resolved: secrets are values here. Every setting must be asked for by name, so
 * that {@link #unknown} can name the misspelt ones.
 */
public final class Settings {

    private final Map<String, List<String>> values;
    private final Set<String> asked = new HashSet<>();

    public Settings(Map<String, List<String>> values) {
        this.values = Map.copyOf(values);
    }

    public Optional<String> find(String name) {
        return list(name).stream().findFirst();
    }

    public List<String> list(String name) {
        asked.add(name);
        return values.getOrDefault(name, List.of());
    }

    /** @throws ConnectorException with {@code USAGE} where the setting is missing */
    public String text(String name) throws ConnectorException {
        return find(name).orElseThrow(() -> new ConnectorException(ConnectorException.Problem.USAGE,
                "the setting '" + name + "' is missing"));
    }

    /** Settings that were given but that nobody asked for, in alphabetical order. */
    public List<String> unknown() {
        return values.keySet().stream().filter(name -> !asked.contains(name)).sorted().toList();
    }

    /** Never shows a value: it may be a secret. */
    @Override
    public String toString() {
        return "Settings" + values.keySet();
    }
}
