package org.mimawari.sieve;

import java.util.List;
import java.util.Set;

/** Tells comparisons that hold for every message although they look like a choice. */
final class AnythingMatch {

    private static final Set<String> ADDRESS_PATTERNS = Set.of("*@*", "*.*");
    private static final Set<String> EXPRESSIONS = Set.of("", ".", ".*", ".+", "^", "$", "^.*$", "^.*", ".*$", "(.*)",
            "^(.*)$", ".*@.*", "@");
    private static final int MOST_SINGLE = 3;

    /** True where any of the values lets every message through (RFC 5228 section 2.7, RFC 5231, draft-ietf-sieve-regex). */
    boolean matches(Arguments arguments, List<String> values) {
        if (arguments.has("regex")) {
            return values.stream().anyMatch(EXPRESSIONS::contains);
        }
        if (arguments.has("matches")) {
            return values.stream().anyMatch(value -> isWild(value) || ADDRESS_PATTERNS.contains(value));
        }
        if (arguments.has("count") || arguments.has("value")) {
            return arguments.of("count").or(() -> arguments.of("value")).filter(how -> atLeast(how, values)).isPresent();
        }
        return arguments.has("contains") && values.contains("");
    }

    /** A pattern of nothing but wildcards that a text of a few characters fulfils. */
    static boolean isWild(String pattern) {
        long single = pattern.chars().filter(c -> c == '?').count();
        return pattern.indexOf('*') >= 0 && single <= MOST_SINGLE && pattern.chars().allMatch(c -> c == '*' || c == '?');
    }

    private static boolean atLeast(List<String> how, List<String> values) {
        boolean one = how.contains("ge") && values.stream().anyMatch(Set.of("", "0", "1")::contains);
        return one || how.contains("gt") && values.stream().anyMatch(Set.of("", "0")::contains)
                || how.contains("ne") && values.stream().anyMatch(Set.of("0", "")::contains);
    }
}
