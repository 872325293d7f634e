package org.mimawari.sieve;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Replaces variables (RFC 5229) and encoded characters in strings, so that no target hides behind them. A variable that
 * was set in a branch may hold any of several values; all are considered, up to {@value #MOST_VALUES}. One whose value
 * is known only at run time stays as it is written.
 */
final class Variables {

    private static final int LONGEST = 4_096;
    private static final int MOST = 1_000;
    private static final int MOST_VALUES = 16;
    /** RFC 5229 section 4.1: the modifier with the higher precedence is applied first. */
    private static final List<String> PRECEDENCE =
            List.of("lower", "upper", "lowerfirst", "upperfirst", "quotewildcard", "encodeurl", "length");

    private final Map<String, List<String>> values = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private boolean required;

    /** RFC 5229 section 3: where a script asks for variables, one that was never set is an empty text. */
    void require() {
        required = true;
    }

    /** The variable gets its value from elsewhere: another script, or the message. */
    void leaveOpen(String name) {
        if (open.size() < MOST) {
            open.add(name.toLowerCase(Locale.ROOT));
        }
    }

    /** @param certain false where a branch may not be run, so that the old value may stand too */
    void set(String name, String value, Stream<String> modifiers, boolean certain) {
        String key = name.toLowerCase(Locale.ROOT);
        if (values.size() >= MOST && !values.containsKey(key)) {
            return;
        }
        List<String> sorted = modifiers.filter(PRECEDENCE::contains).sorted(Comparator.comparing(PRECEDENCE::indexOf)).toList();
        Set<String> possible = new LinkedHashSet<>(certain ? List.of() : values.getOrDefault(key, List.of()));
        possible(value).forEach(each -> possible.add(capped(modified(each, sorted))));
        values.put(key, possible.stream().limit(MOST_VALUES).toList());
    }

    /** All that the strings may stand for. */
    List<String> possible(List<String> texts) {
        if (texts.stream().noneMatch(text -> text.contains("${"))) {
            return texts;
        }
        return texts.stream().flatMap(text -> possible(text).stream()).distinct().toList();
    }

    /** All that the string may stand for; at least one text. */
    List<String> possible(String text) {
        if (!text.contains("${")) {
            return List.of(text);
        }
        String decoded = EncodedCharacters.decoded(text);
        List<String> results = List.of("");
        int at = 0;
        for (int start = decoded.indexOf("${"); start >= 0; start = decoded.indexOf("${", at)) {
            int end = endOfName(decoded, start + 2);
            boolean isName = end > start + 2 && end < decoded.length() && decoded.charAt(end) == '}';
            int next = isName ? end + 1 : start + 2;
            results = appended(results, List.of(decoded.substring(at, isName ? start : next)));
            results = isName ? appended(results, value(decoded.substring(start, next))) : results;
            at = next;
            if (results.get(0).length() >= LONGEST) {
                break;
            }
        }
        String tail = decoded.substring(at, Math.min(decoded.length(), at + LONGEST));
        return appended(results, List.of(tail)).stream().map(Variables::capped).toList();
    }

    private static List<String> appended(List<String> results, List<String> parts) {
        return results.stream().flatMap(result -> parts.stream().map(result::concat)).limit(MOST_VALUES).toList();
    }

    private static int endOfName(String text, int from) {
        int at = from;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || "_.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        return at;
    }

    /** @param reference with its dollar sign and braces */
    private List<String> value(String reference) {
        String name = reference.substring(2, reference.length() - 1).toLowerCase(Locale.ROOT);
        boolean runTime = Character.isDigit(name.charAt(0)) || name.indexOf('.') >= 0 || open.contains(name);
        return values.getOrDefault(name, List.of(required && !runTime ? "" : reference));
    }

    private static String modified(String value, List<String> modifiers) {
        String result = value;
        for (String modifier : modifiers) {
            result = switch (modifier) {
                case "lower" -> result.toLowerCase(Locale.ROOT);
                case "upper" -> result.toUpperCase(Locale.ROOT);
                case "lowerfirst" -> first(result).toLowerCase(Locale.ROOT) + rest(result);
                case "upperfirst" -> first(result).toUpperCase(Locale.ROOT) + rest(result);
                case "quotewildcard" -> quoted(result);
                case "encodeurl" -> URLEncoder.encode(result, StandardCharsets.UTF_8).replace("+", "%20");
                default -> String.valueOf(result.codePointCount(0, result.length()));
            };
        }
        return result;
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("*", "\\*").replace("?", "\\?");
    }

    private static String first(String text) {
        return text.substring(0, Math.min(1, text.length()));
    }

    private static String rest(String text) {
        return text.substring(Math.min(1, text.length()));
    }

    private static String capped(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
