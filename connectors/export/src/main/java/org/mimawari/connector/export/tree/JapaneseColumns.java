package org.mimawari.connector.export.tree;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * Gives tables that a portal wrote in Japanese the names and words it writes in English, so that every reader knows them.
 * Only cells under a column with a Japanese name are translated, and only where the whole cell is a known word.
 */
final class JapaneseColumns {

    private static final Map<String, String> NAMES = load("columns.ja.properties");
    private static final Map<String, String> WORDS = load("values.ja.properties");
    private static final int LONGEST = 200;

    private JapaneseColumns() {}

    /** Empty where the column's name is not Japanese, or not known. */
    static Optional<String> english(String column) {
        return isPlain(column) ? Optional.empty() : Optional.ofNullable(NAMES.get(key(column)));
    }

    static String word(String cell) {
        return isPlain(cell) || cell.length() > LONGEST ? cell : WORDS.getOrDefault(key(cell), cell);
    }

    private static boolean isPlain(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static String key(String text) {
        String capped = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        return FieldName.key(Normalizer.normalize(capped, Normalizer.Form.NFKC));
    }

    private static Map<String, String> load(String name) {
        Properties words = new Properties();
        try (InputStream in = JapaneseColumns.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the packaged words " + name + " are missing");
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the packaged words " + name, e);
        }
        Map<String, String> known = new HashMap<>();
        words.stringPropertyNames().forEach(word -> known.put(key(word), words.getProperty(word)));
        return Map.copyOf(known);
    }
}
