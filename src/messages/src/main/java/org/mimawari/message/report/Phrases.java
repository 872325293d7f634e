package org.mimawari.message.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The wordings of mail servers about delivery, in many languages; data in {@code words.txt}. */
final class Phrases {

    private static final Map<String, List<String>> SECTIONS = load();
    private static final String STATUS = "status ";
    private static final int FIRST_IDEOGRAPH = 0x2E80;

    private Phrases() {}

    /** True where the folded text holds a phrase of the section. */
    static boolean has(String section, String folded) {
        return SECTIONS.getOrDefault(section, List.of()).stream().anyMatch(folded::contains);
    }

    /** True where the folded text is a phrase of the section. */
    static boolean is(String section, String folded) {
        return SECTIONS.getOrDefault(section, List.of()).contains(folded);
    }

    /** The status that the wording of a folded text means; the first section that fits. */
    static Optional<String> status(String folded) {
        return SECTIONS.keySet().stream().filter(section -> section.startsWith(STATUS))
                .filter(section -> has(section, folded)).map(section -> section.substring(STATUS.length())).findFirst();
    }

    /**
     * The text in lower case, quotation marks unified and white space collapsed; between ideographs none is left, as
     * servers break such lines anywhere.
     */
    static String folded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 0xA0 || c == 0x3000) {
                gap = true;
                continue;
            }
            boolean wide = c >= FIRST_IDEOGRAPH || out.length() > 0 && out.charAt(out.length() - 1) >= FIRST_IDEOGRAPH;
            if (gap && out.length() > 0 && !wide) {
                out.append(' ');
            }
            gap = false;
            out.append(c == 0x2019 || c == 0x2018 || c == 0x92 ? '\'' : c);
        }
        return out.toString().toLowerCase(Locale.ROOT);
    }

    private static Map<String, List<String>> load() {
        try (InputStream in = Phrases.class.getResourceAsStream("words.txt")) {
            if (in == null) {
                throw new IllegalStateException("words.txt is not on the class path");
            }
            Map<String, List<String>> sections = new LinkedHashMap<>();
            List<String> open = new ArrayList<>();
            for (String line : new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList()) {
                if (line.startsWith("[")) {
                    open = new ArrayList<>();
                    sections.put(line.substring(1, line.length() - 1), open);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    open.add(folded(line));
                }
            }
            return sections;
        } catch (IOException e) {
            throw new UncheckedIOException("words.txt cannot be read", e);
        }
    }
}
