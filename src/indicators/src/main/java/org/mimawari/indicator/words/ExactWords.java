package org.mimawari.indicator.words;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A packaged list of whole names, {@code lists/<name>.txt}: folder names, domains, marks. A text is in it only where it
 * equals an entry after {@link Folding}. Immutable; safe for any thread.
 */
public final class ExactWords {

    private final List<String> words;
    private final Set<String> lookup;

    private ExactWords(List<String> words) {
        this.words = List.copyOf(words);
        this.lookup = Set.copyOf(words);
    }

    /**
     * Loads the packaged list. Lines starting with {@code #} are comments.
     *
     * @throws IllegalArgumentException where there is no such list, or it is empty
     */
    public static ExactWords load(String name) {
        List<String> lines = read("/lists/" + name + ".txt").lines().filter(line -> !line.startsWith("#"))
                .map(Folding::fold).filter(line -> !line.isEmpty()).distinct().collect(Collectors.toList());
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("no list is called " + name);
        }
        return new ExactWords(lines);
    }

    public boolean contains(String text) {
        return lookup.contains(Folding.fold(text));
    }

    /** True where the domain is in the list or lies below one that is. */
    public boolean containsDomain(String domain) {
        String rest = Folding.fold(domain);
        while (!rest.isEmpty()) {
            if (lookup.contains(rest)) {
                return true;
            }
            int dot = rest.indexOf('.');
            rest = dot < 0 ? "" : rest.substring(dot + 1);
        }
        return false;
    }

    /** The folded entries in the order of the list. */
    public List<String> list() {
        return words;
    }

    private static String read(String resource) {
        try (InputStream in = ExactWords.class.getResourceAsStream(resource)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the packaged list " + resource, e);
        }
    }
}
