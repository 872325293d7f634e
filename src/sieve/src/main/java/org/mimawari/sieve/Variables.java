package org.mimawari.sieve;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces variables (RFC 5229) and encoded characters (RFC 5228 section 2.4.2.4) in strings, so that no target hides
 * behind them. A variable whose value is known only at run time stays as it is written.
 */
final class Variables {

    private static final int LONGEST = 4_096;
    private static final int MOST = 1_000;

    private final Map<String, String> values = new HashMap<>();

    void set(String name, String value, List<String> modifiers) {
        if (values.size() < MOST || values.containsKey(name)) {
            values.put(name.toLowerCase(Locale.ROOT), capped(modified(value, modifiers)));
        }
    }

    String resolved(String text) {
        if (!text.contains("${")) {
            return text;
        }
        StringBuilder result = new StringBuilder();
        int at = 0;
        while (at < text.length() && result.length() < LONGEST) {
            int open = text.indexOf("${", at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            result.append(text, at, open);
            String inner = text.substring(open + 2, close);
            result.append(value(inner).orElse(text.substring(open, close + 1)));
            at = close + 1;
        }
        return capped(result.append(text, Math.min(at, text.length()), text.length()).toString());
    }

    private Optional<String> value(String inner) {
        String lower = inner.strip().toLowerCase(Locale.ROOT);
        if (lower.startsWith("hex:")) {
            return characters(lower.substring(4), 255);
        }
        if (lower.startsWith("unicode:")) {
            return characters(lower.substring(8), Character.MAX_CODE_POINT);
        }
        return Optional.ofNullable(values.get(lower));
    }

    private static Optional<String> characters(String list, int most) {
        StringBuilder text = new StringBuilder();
        for (String each : list.strip().split("\\s+")) {
            boolean sound = !each.isEmpty() && each.length() <= 8 && each.chars().allMatch(c -> Character.digit(c, 16) >= 0);
            long code = sound ? Long.parseLong(each, 16) : -1;
            if (code < 0 || code > most) {
                return Optional.empty();
            }
            text.appendCodePoint((int) code);
        }
        return Optional.of(text.toString());
    }

    private static String modified(String value, List<String> modifiers) {
        String result = value;
        for (String modifier : modifiers) {
            result = switch (modifier) {
                case "lower" -> result.toLowerCase(Locale.ROOT);
                case "upper" -> result.toUpperCase(Locale.ROOT);
                case "lowerfirst" -> first(result).toLowerCase(Locale.ROOT) + rest(result);
                case "upperfirst" -> first(result).toUpperCase(Locale.ROOT) + rest(result);
                case "length" -> String.valueOf(result.codePointCount(0, result.length()));
                default -> result;
            };
        }
        return result;
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
