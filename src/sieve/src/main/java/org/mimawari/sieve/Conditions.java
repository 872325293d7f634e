package org.mimawari.sieve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleCondition.Field;

/** Brings tests to the conditions that rules of every mail system share. */
final class Conditions {

    private static final Set<String> SENDER = Set.of("from", "sender", "reply-to", "return-path", "x-sender");
    private static final Set<String> RECIPIENT =
            Set.of("to", "cc", "bcc", "delivered-to", "x-original-to", "envelope-to", "resent-to");
    private static final Set<String> ALWAYS_THERE = Set.of("from", "date", "received", "to", "subject", "message-id");
    /** Tests whose answer depends on the server: RFC 5463, 5435, 5490, 8579, 9042, 6134. */
    private static final Set<String> SERVER = Set.of("ihave", "valid_notify_method", "mailboxexists", "mailboxidexists",
            "specialuse_exists", "metadataexists", "servermetadataexists", "valid_ext_list");

    private final Variables variables;
    private final AnythingMatch anything = new AnythingMatch();

    Conditions(Variables variables) {
        this.variables = variables;
    }

    Meaning meaning(Test test) {
        if (SERVER.contains(test.name())) {
            return Meaning.EITHER;
        }
        Arguments arguments = Arguments.of(test.arguments());
        return switch (test.name()) {
            case "true" -> Meaning.ALWAYS;
            case "false" -> Meaning.NEVER;
            case "not" -> not(test);
            case "allof" -> test.tests().stream().map(this::meaning).reduce(Meaning.ALWAYS, Meaning::and);
            case "anyof" -> Meaning.anyOf(test.tests().stream().map(this::meaning).toList());
            case "header", "address" -> header(test, arguments);
            case "envelope" -> envelope(test, arguments);
            case "body" -> body(arguments);
            case "exists" -> exists(arguments);
            case "size" -> size(test, arguments);
            case "string" -> string(test, arguments);
            case "date", "currentdate" -> date(test, arguments);
            default -> unknown(test);
        };
    }

    private Meaning not(Test test) {
        if (test.tests().isEmpty()) {
            return unknown(test);
        }
        // RFC 7352: a message that is no duplicate is every message, the first time it comes.
        Test inner = test.tests().get(0);
        return inner.name().equals("duplicate") ? Meaning.EITHER : meaning(inner).negated();
    }

    private Meaning header(Test test, Arguments arguments) {
        List<List<String>> texts = texts(arguments);
        if (texts.size() < 2) {
            return unknown(test);
        }
        List<String> names = texts.get(0).stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        List<String> values = texts.get(texts.size() - 1);
        boolean there = names.stream().anyMatch(ALWAYS_THERE::contains);
        if (there && anything.matches(arguments, values)) {
            return Meaning.ALWAYS;
        }
        Field field = field(names);
        List<String> shown = field == Field.HEADER ? prefixed(names, values) : values;
        return Meaning.of(RuleCondition.of(field, shown));
    }

    private static Field field(List<String> names) {
        if (names.contains("subject")) {
            return Field.SUBJECT;
        }
        if (names.stream().anyMatch(SENDER::contains)) {
            return Field.SENDER;
        }
        return names.stream().anyMatch(RECIPIENT::contains) ? Field.RECIPIENT : Field.HEADER;
    }

    private static List<String> prefixed(List<String> names, List<String> values) {
        String joined = String.join(",", names.subList(0, Math.min(names.size(), 20)));
        return values.stream().map(value -> joined + ": " + value).toList();
    }

    private Meaning envelope(Test test, Arguments arguments) {
        List<List<String>> texts = texts(arguments);
        if (texts.size() < 2) {
            return unknown(test);
        }
        boolean sender = texts.get(0).stream().anyMatch("from"::equalsIgnoreCase);
        List<String> values = texts.get(texts.size() - 1);
        return anything.matches(arguments, values) ? Meaning.ALWAYS
                : Meaning.of(RuleCondition.of(sender ? Field.SENDER : Field.RECIPIENT, values));
    }

    private Meaning body(Arguments arguments) {
        List<String> values = last(arguments);
        return anything.matches(arguments, values) ? Meaning.ALWAYS : Meaning.of(RuleCondition.of(Field.BODY, values));
    }

    private Meaning exists(Arguments arguments) {
        List<String> names = last(arguments).stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        boolean always = !names.isEmpty() && ALWAYS_THERE.containsAll(names);
        return always ? Meaning.ALWAYS : Meaning.of(RuleCondition.of(Field.HEADER, names));
    }

    private Meaning size(Test test, Arguments arguments) {
        long bytes = arguments.number().map(Quantity::bytes).orElse(-1L);
        if (bytes < 0) {
            return unknown(test);
        }
        boolean over = arguments.has("over");
        if (over && bytes == 0) {
            return Meaning.ALWAYS;
        }
        return Meaning.of(RuleCondition.of(over ? Field.SIZE_AT_LEAST : Field.SIZE_AT_MOST,
                List.of(Long.toString(bytes))));
    }

    /** Comparing two constants is a way to write {@code true} that looks harmless. */
    private Meaning string(Test test, Arguments arguments) {
        List<List<String>> texts = texts(arguments);
        if (texts.size() >= 2 && arguments.has("matches") && texts.get(1).contains("*")) {
            return Meaning.ALWAYS;
        }
        boolean constant = texts.size() >= 2 && texts.stream().flatMap(List::stream).noneMatch(text -> text.contains("${"))
                && !arguments.has("value") && !arguments.has("count") && !arguments.has("list");
        if (!constant) {
            return unknown(test);
        }
        boolean holds = texts.get(0).stream().anyMatch(one -> texts.get(1).stream().anyMatch(
                other -> holds(arguments, folded(arguments, one), folded(arguments, other))));
        boolean open = arguments.has("matches") || arguments.has("regex");
        return holds ? Meaning.ALWAYS : open ? unknown(test) : Meaning.NEVER;
    }

    private static boolean holds(Arguments arguments, String one, String other) {
        return arguments.has("contains") ? one.contains(other)
                : one.equals(other) || arguments.has("matches") && AnythingMatch.isWild(other);
    }

    /** RFC 5228 section 2.7.3: case is ignored unless the script asks otherwise. */
    private static String folded(Arguments arguments, String text) {
        boolean exact = arguments.of("comparator").filter(name -> name.contains("i;octet")).isPresent();
        return exact ? text : text.toLowerCase(Locale.ROOT);
    }

    /** RFC 5260, shown as {@code [currentdate, le, date, 2026-01-31]}. */
    private Meaning date(Test test, Arguments arguments) {
        List<String> values = new ArrayList<>(List.of(test.name()));
        arguments.of("value").ifPresent(values::addAll);
        texts(arguments).forEach(values::addAll);
        return Meaning.of(RuleCondition.of(Field.OTHER, values));
    }

    private Meaning unknown(Test test) {
        List<String> values = new ArrayList<>(List.of(test.name()));
        Arguments arguments = Arguments.of(test.arguments());
        Optional<List<String>> relation = arguments.of("value").or(() -> arguments.of("count"));
        relation.ifPresent(values::addAll);
        values.addAll(last(arguments));
        return Meaning.of(RuleCondition.of(Field.OTHER, values));
    }

    private List<String> last(Arguments arguments) {
        return variables.possible(arguments.last());
    }

    private List<List<String>> texts(Arguments arguments) {
        return arguments.texts().stream().map(variables::possible).toList();
    }
}
