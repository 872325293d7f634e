package org.mimawari.sieve;

import java.util.Locale;
import java.util.Optional;

/**
 * Finds the names that filter editors write into comments: {@code # rule:[name]} (Roundcube), {@code # Filter: name},
 * {@code ## Flag: x|UniqueId:1|Rulename: name} (Open-Xchange).
 */
final class RuleName {

    private static final int LONGEST = 200;

    private RuleName() {}

    /** Of two comments before a command, the one that names a rule; else the later one. */
    static String better(String one, String later) {
        return find(one).isPresent() && find(later).isEmpty() ? one : later;
    }

    static Optional<String> find(String whole) {
        String comment = whole.startsWith("#") ? whole.replaceFirst("^#+\\s*", "") : whole;
        if (comment.isEmpty() || comment.length() > 4 * LONGEST) {
            return Optional.empty();
        }
        String lower = comment.toLowerCase(Locale.ROOT);
        int named = lower.startsWith("flag:") ? lower.indexOf("|rulename:") : -1;
        if (named >= 0) {
            return Optional.of(capped(comment.substring(named + 10).strip()));
        }
        if (lower.startsWith("rule:[") && comment.endsWith("]")) {
            return Optional.of(capped(comment.substring(6, comment.length() - 1)));
        }
        for (String word : new String[] {"filter:", "rule:", "filter name:", "rulename:", "ルール:"}) {
            if (lower.startsWith(word)) {
                return Optional.of(capped(comment.substring(word.length()).strip()));
            }
        }
        return Optional.empty();
    }

    private static String capped(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, LONGEST);
    }
}
