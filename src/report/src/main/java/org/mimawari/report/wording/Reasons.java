package org.mimawari.report.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reasons for missing evidence in the words of another language. Connectors write them in English; each is known by a
 * phrase with places for what varies, in braces. What no phrase fits stays as it is: the words of a server, for example.
 */
final class Reasons {

    private static final int DEEPEST = 4;
    private static final int LONGEST = 2_000;

    /** The parts of an English phrase between its places {@code {0}}, {@code {1}}, in this order. */
    private record Phrase(String key, List<String> parts) {}

    private final List<Phrase> phrases = new ArrayList<>();
    private final Function<String, Optional<String>> words;

    /** @param words the phrase of a key in the language to translate to */
    Reasons(Wording english, Function<String, Optional<String>> words) {
        this.words = words;
        english.keys().stream().filter(key -> key.startsWith("reason.")).sorted()
                .forEach(key -> phrases.add(new Phrase(key, List.of(english.phrase(key).split("\\{\\d}", -1)))));
        // The phrase that says most goes first: others may fit with a place for what it says itself.
        phrases.sort(Comparator.comparingInt((Phrase phrase) -> phrase.parts().stream().mapToInt(String::length).sum())
                .reversed().thenComparing(Phrase::key));
    }

    String translated(String english) {
        return english.length() > LONGEST ? english : translated(english, DEEPEST);
    }

    /** A reason may stand behind the name of its source, which may hold colons too. */
    private String translated(String english, int depth) {
        Optional<String> whole = whole(english, depth);
        int colon = english.indexOf(": ");
        while (whole.isEmpty() && colon >= 0) {
            String before = english.substring(0, colon + 2);
            whole = whole(english.substring(colon + 2), depth).map(last -> before + last);
            colon = english.indexOf(": ", colon + 1);
        }
        return whole.orElse(english);
    }

    private Optional<String> whole(String reason, int depth) {
        if (depth == 0) {
            return Optional.empty();
        }
        for (Phrase phrase : phrases) {
            Optional<List<String>> values = values(phrase.parts(), reason);
            Optional<String> words = values.isEmpty() ? Optional.empty() : this.words.apply(phrase.key());
            if (words.isPresent()) {
                return Optional.of(filled(words.get(), phrase, values.get(), depth));
            }
        }
        int code = reason.endsWith(")") ? reason.lastIndexOf(" (") : -1;
        return code < 0 ? Optional.empty()
                : whole(reason.substring(0, code), depth - 1).map(words -> words + reason.substring(code));
    }

    /** What stands at the end of a phrase may be a reason itself. */
    private String filled(String words, Phrase phrase, List<String> values, int depth) {
        boolean ends = phrase.parts().get(phrase.parts().size() - 1).isEmpty();
        int last = values.size() - 1;
        return Sentence.fill(words, place -> {
            int at = Integer.parseInt(place);
            return Optional.of(ends && at == last ? translated(values.get(at), depth - 1) : values.get(at));
        });
    }

    private static Optional<List<String>> values(List<String> parts, String reason) {
        if (!reason.startsWith(parts.get(0)) || parts.size() == 1 && !reason.equals(parts.get(0))) {
            return Optional.empty();
        }
        List<String> values = new ArrayList<>();
        int at = parts.get(0).length();
        for (int i = 1; i < parts.size(); i++) {
            boolean isLast = i == parts.size() - 1;
            String next = parts.get(i);
            int end = isLast ? reason.length() - next.length() : reason.indexOf(next, at + 1);
            if (end <= at || isLast && !reason.endsWith(next)) {
                return Optional.empty();
            }
            values.add(reason.substring(at, end));
            at = end + next.length();
        }
        boolean sure = !parts.get(0).isEmpty() || values.get(0).chars().allMatch(c -> c >= '0' && c <= '9' || c == ',');
        return sure ? Optional.of(values) : Optional.empty();
    }
}
