package org.mimawari.indicator.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A versioned table of facts, {@code lists/<name>.txt}: one row a line, fields between semicolons, comments after
 * {@code #}. Immutable; safe for any thread.
 */
public final class FactList {

    private static final String VERSION = "# version:";

    private final String version;
    private final List<List<String>> rows;

    private FactList(String version, List<List<String>> rows) {
        this.version = version;
        this.rows = List.copyOf(rows);
    }

    /**
     * Loads a packaged table.
     *
     * @throws IllegalArgumentException where there is none with that name, or it has no rows
     */
    public static FactList load(String name) {
        List<String> lines = read("/lists/" + name + ".txt").lines().toList();
        String version = lines.stream().filter(line -> line.startsWith(VERSION)).findFirst()
                .map(line -> line.substring(VERSION.length()).strip()).orElse("");
        List<List<String>> rows = lines.stream().filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> Arrays.stream(line.split(";", -1)).map(String::strip).toList()).toList();
        if (rows.isEmpty()) {
            throw new IllegalArgumentException("no list is called " + name);
        }
        return new FactList(version, rows);
    }

    public String version() {
        return version;
    }

    public List<List<String>> rows() {
        return rows;
    }

    /** The first fields of all rows, in lower case. */
    public Set<String> keys() {
        return rows.stream().map(row -> row.get(0).toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    private static String read(String resource) {
        try (InputStream in = FactList.class.getResourceAsStream(resource)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the packaged list " + resource, e);
        }
    }
}
