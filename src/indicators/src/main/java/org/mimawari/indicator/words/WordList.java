package org.mimawari.indicator.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A versioned list of words and stems. A word in Latin letters must stand alone; a stem between slashes is a regular
 * expression searched anywhere, as Japanese has no spaces. Immutable; safe for any thread.
 */
public final class WordList {

    private final String version;
    private final List<Entry> entries;

    /**
     * One line of the list.
     *
     * @param literal what must occur for the pattern to match; empty for a stem. Looked for first, as that is far faster
     */
    private record Entry(String word, String literal, Pattern pattern) {

        boolean isIn(String folded) {
            return folded.contains(literal) && pattern.matcher(folded).find();
        }
    }

    private WordList(String version, List<Entry> entries) {
        this.version = version;
        this.entries = List.copyOf(entries);
    }

    /**
     * Loads the packaged lists {@code lists/<name>.en.txt} and {@code lists/<name>.ja.txt}, either of which may be
     * absent. Lines starting with {@code #} are comments, {@code # version: …} names the version.
     *
     * @throws IllegalArgumentException where neither exists
     */
    public static WordList load(String name) {
        List<Entry> entries = new ArrayList<>();
        StringBuilder version = new StringBuilder();
        for (String language : List.of("en", "ja")) {
            read("/lists/" + name + "." + language + ".txt").lines().forEach(line -> {
                if (line.startsWith("# version:")) {
                    version.append(version.isEmpty() ? "" : "+").append(line.substring(10).strip());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    entries.add(entry(line.strip()));
                }
            });
        }
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("no word list is called " + name);
        }
        return new WordList(version.toString(), entries);
    }

    public String version() {
        return version;
    }

    /** The entries that occur in the text, in the order of the list. */
    public List<String> hits(String text) {
        String folded = Folding.fold(text);
        return entries.stream().filter(entry -> entry.isIn(folded)).map(Entry::word).toList();
    }

    public boolean hitsAny(String text) {
        String folded = Folding.fold(text);
        return entries.stream().anyMatch(entry -> entry.isIn(folded));
    }

    private static Entry entry(String line) {
        boolean isStem = line.length() > 2 && line.startsWith("/") && line.endsWith("/");
        if (isStem) {
            String stem = line.substring(1, line.length() - 1);
            return new Entry(stem, "", Pattern.compile(Folding.fold(stem)));
        }
        String folded = Folding.fold(line);
        boolean latin = folded.chars().allMatch(c -> c < 0x250);
        String quoted = Pattern.quote(folded);
        return new Entry(line, folded, Pattern.compile(latin
                ? "(?<![\\p{IsLatin}\\p{Nd}])" + quoted + "(?![\\p{IsLatin}\\p{Nd}])" : quoted));
    }

    private static String read(String resource) {
        try (InputStream in = WordList.class.getResourceAsStream(resource)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the packaged list " + resource, e);
        }
    }
}
