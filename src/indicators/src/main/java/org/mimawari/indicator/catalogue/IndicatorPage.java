package org.mimawari.indicator.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The page of one indicator, {@code docs/indicators/<id>.md}: what it means for a reader, and the words the report uses
 * for it. A sentence names facts of the {@link org.mimawari.indicator.Reason} in braces, and {@code {mailbox}}.
 *
 * @param words the head of the page: {@code title}, {@code title.ja}, {@code finding}, {@code finding.ja}
 * @param text the page without its head, in Markdown
 */
public record IndicatorPage(String id, Map<String, String> words, String text) {

    /** The headings every page has, in this order. */
    public static final List<String> HEADINGS = List.of("What it means", "Why attackers do it", "Evidence used",
            "When it is harmless", "What it misses", "What to do now", "Settings", "Sources");
    private static final String FENCE = "---\n";

    public IndicatorPage {
        words = Map.copyOf(words);
    }

    /** The page of the indicator with this id; empty where there is none. */
    public static Optional<IndicatorPage> find(String id) {
        boolean safe = !id.isEmpty() && id.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-');
        return safe ? read(id).map(content -> parse(id, content)) : Optional.empty();
    }

    /** The title in the given language; English where the page has none in it. */
    public String title(String language) {
        return word("title", language);
    }

    /** The sentence for one finding in the given language, with its facts still in braces. */
    public String finding(String language) {
        return word("finding", language);
    }

    private String word(String name, String language) {
        return words.getOrDefault(name + "." + language, words.getOrDefault(name, id));
    }

    private static IndicatorPage parse(String id, String content) {
        int end = content.startsWith(FENCE) ? content.indexOf("\n" + FENCE, FENCE.length()) : -1;
        if (end < 0) {
            return new IndicatorPage(id, Map.of(), content);
        }
        Map<String, String> words = new LinkedHashMap<>();
        content.substring(FENCE.length(), end).lines().forEach(line -> {
            int colon = line.indexOf(':');
            if (colon > 0) {
                words.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
            }
        });
        return new IndicatorPage(id, words, content.substring(end + 1 + FENCE.length()).strip());
    }

    private static Optional<String> read(String id) {
        try (InputStream in = IndicatorPage.class.getResourceAsStream("/indicators/" + id + ".md")) {
            return in == null ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the packaged page of " + id, e);
        }
    }
}
