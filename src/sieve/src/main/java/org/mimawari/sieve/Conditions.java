package org.mimawari.sieve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleCondition.Field;

/** Brings tests to the conditions that rules of every mail system share. */
final class Conditions {

    private static final Set<String> SENDER = Set.of("from", "sender", "reply-to", "return-path", "x-sender");
    private static final Set<String> RECIPIENT =
            Set.of("to", "cc", "bcc", "delivered-to", "x-original-to", "envelope-to", "resent-to");
    private static final Set<String> MATCH_ANYTHING = Set.of("", "*", "**", "@", ".", "*@*", "*.*");
    private static final Set<String> ALWAYS_THERE = Set.of("from", "date", "received", "to", "subject", "message-id");
    private static final long KILO = 1024;

    private final Variables variables;

    /** What a test comes to: conditions, and whether one of them is enough; or a fixed answer. */
    record Meaning(List<RuleCondition> conditions, boolean any, Fixed fixed) {

        /** Whether the test's answer is the same for every message. */
        enum Fixed { ALWAYS, NEVER, DEPENDS }

        static final Meaning ALWAYS = new Meaning(List.of(), false, Fixed.ALWAYS);
        static final Meaning NEVER = new Meaning(List.of(), false, Fixed.NEVER);

        static Meaning of(RuleCondition condition) {
            return new Meaning(List.of(condition), false, Fixed.DEPENDS);
        }

        Meaning negated() {
            if (fixed != Fixed.DEPENDS) {
                return fixed == Fixed.ALWAYS ? NEVER : ALWAYS;
            }
            // De Morgan: what held for any now has to fail for all, and the other way round.
            return new Meaning(conditions.stream().map(Meaning::negated).toList(), !any && conditions.size() > 1,
                    Fixed.DEPENDS);
        }

        private static RuleCondition negated(RuleCondition condition) {
            return new RuleCondition(condition.field(), !condition.negated(), condition.values());
        }
    }

    Conditions(Variables variables) {
        this.variables = variables;
    }

    Meaning meaning(Test test) {
        return switch (test.name()) {
            case "true" -> Meaning.ALWAYS;
            case "false" -> Meaning.NEVER;
            case "not" -> test.tests().isEmpty() ? unknown(test) : meaning(test.tests().get(0)).negated();
            case "allof" -> joined(test.tests(), Meaning.Fixed.ALWAYS);
            case "anyof" -> joined(test.tests(), Meaning.Fixed.NEVER);
            case "header", "address" -> header(test);
            case "envelope" -> envelope(test);
            case "body" -> Meaning.of(RuleCondition.of(Field.BODY, last(test)));
            case "exists" -> exists(test);
            case "size" -> size(test);
            case "string" -> string(test);
            default -> unknown(test);
        };
    }

    /** For {@code allof} a part that is always true adds nothing and one that never is decides; {@code anyof} reversed. */
    private Meaning joined(List<Test> tests, Meaning.Fixed neutral) {
        List<RuleCondition> conditions = new ArrayList<>();
        for (Test each : tests) {
            Meaning meaning = meaning(each);
            if (meaning.fixed() != Meaning.Fixed.DEPENDS && meaning.fixed() != neutral) {
                return meaning;
            }
            conditions.addAll(meaning.conditions());
        }
        if (conditions.isEmpty()) {
            return neutral == Meaning.Fixed.ALWAYS ? Meaning.ALWAYS : Meaning.NEVER;
        }
        return new Meaning(conditions, neutral == Meaning.Fixed.NEVER && conditions.size() > 1, Meaning.Fixed.DEPENDS);
    }

    private Meaning header(Test test) {
        List<List<String>> texts = texts(test);
        if (texts.size() < 2) {
            return unknown(test);
        }
        List<String> names = texts.get(0).stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        List<String> values = texts.get(texts.size() - 1);
        boolean there = names.stream().anyMatch(ALWAYS_THERE::contains);
        boolean loose = has(test, "contains") || has(test, "matches") || has(test, "regex");
        if (there && loose && values.stream().anyMatch(value -> anything(test, value))) {
            return Meaning.ALWAYS;
        }
        Field field = field(names);
        List<String> shown = field == Field.HEADER ? prefixed(names, values) : values;
        return Meaning.of(RuleCondition.of(field, shown));
    }

    private static boolean anything(Test test, String value) {
        if (has(test, "regex")) {
            return Set.of("", ".", ".*", ".+", "^", "$", "^.*$").contains(value);
        }
        return has(test, "contains") ? value.isEmpty() : MATCH_ANYTHING.contains(value) && value.contains("*");
    }

    private static Field field(List<String> names) {
        if (names.stream().anyMatch("subject"::equals)) {
            return Field.SUBJECT;
        }
        if (names.stream().anyMatch(SENDER::contains)) {
            return Field.SENDER;
        }
        return names.stream().anyMatch(RECIPIENT::contains) ? Field.RECIPIENT : Field.HEADER;
    }

    private static List<String> prefixed(List<String> names, List<String> values) {
        return values.stream().map(value -> String.join(",", names) + ": " + value).toList();
    }

    private Meaning envelope(Test test) {
        List<List<String>> texts = texts(test);
        if (texts.size() < 2) {
            return unknown(test);
        }
        boolean sender = texts.get(0).stream().anyMatch("from"::equalsIgnoreCase);
        List<String> values = texts.get(texts.size() - 1);
        boolean all = has(test, "matches") && values.contains("*") || has(test, "contains") && values.contains("");
        return all ? Meaning.ALWAYS : Meaning.of(RuleCondition.of(sender ? Field.SENDER : Field.RECIPIENT, values));
    }

    private Meaning exists(Test test) {
        List<String> names = last(test).stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        boolean always = !names.isEmpty() && ALWAYS_THERE.containsAll(names);
        return always ? Meaning.ALWAYS : Meaning.of(RuleCondition.of(Field.HEADER, names));
    }

    private Meaning size(Test test) {
        long bytes = test.arguments().stream().filter(Argument.Number.class::isInstance)
                .map(Argument.Number.class::cast).mapToLong(number -> bytes(number.text())).findFirst().orElse(-1);
        if (bytes < 0) {
            return unknown(test);
        }
        boolean over = has(test, "over");
        if (over && bytes == 0) {
            return Meaning.ALWAYS;
        }
        return Meaning.of(RuleCondition.of(over ? Field.SIZE_AT_LEAST : Field.SIZE_AT_MOST,
                List.of(Long.toString(bytes))));
    }

    /** A number with K, M or G (RFC 5228 section 2.4.1); −1 where it is none or too large to mean anything. */
    static long bytes(String text) {
        String digits = text.isEmpty() ? "" : text.substring(0, text.length() - 1);
        return switch (text.isEmpty() ? ' ' : Character.toUpperCase(text.charAt(text.length() - 1))) {
            case 'K' -> number(digits) * KILO;
            case 'M' -> number(digits) * KILO * KILO;
            case 'G' -> number(digits) * KILO * KILO * KILO;
            default -> number(text);
        };
    }

    private static long number(String digits) {
        boolean sound = !digits.isEmpty() && digits.length() <= 9 && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return sound ? Long.parseLong(digits) : -1;
    }

    /** Comparing two constants is a way to write {@code true} that looks harmless. */
    private Meaning string(Test test) {
        List<List<String>> texts = texts(test);
        if (texts.size() < 2 || texts.stream().flatMap(List::stream).anyMatch(text -> text.contains("${"))) {
            return unknown(test);
        }
        List<String> left = texts.get(0);
        List<String> right = texts.get(1);
        boolean holds = left.stream().anyMatch(one -> right.stream().anyMatch(other -> has(test, "contains")
                ? one.contains(other) : has(test, "matches") ? other.equals("*") || one.equals(other) : one.equals(other)));
        return holds ? Meaning.ALWAYS : Meaning.NEVER;
    }

    private Meaning unknown(Test test) {
        List<String> values = new ArrayList<>(List.of(test.name()));
        values.addAll(last(test));
        return Meaning.of(RuleCondition.of(Field.OTHER, values));
    }

    private List<String> last(Test test) {
        List<List<String>> texts = texts(test);
        return texts.isEmpty() ? List.of() : texts.get(texts.size() - 1);
    }

    private List<List<String>> texts(Test test) {
        return test.arguments().stream().filter(Argument.Texts.class::isInstance).map(Argument.Texts.class::cast)
                .map(texts -> texts.values().stream().map(variables::resolved).toList()).toList();
    }

    private static boolean has(Test test, String tag) {
        return test.arguments().contains(new Argument.Tag(tag));
    }
}
