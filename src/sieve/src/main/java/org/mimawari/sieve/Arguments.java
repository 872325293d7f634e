package org.mimawari.sieve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The arguments of a command or test with tags apart from what follows them (RFC 5228 section 2.6.2): the comparator's
 * name is no header, the days between replies are no size.
 */
final class Arguments {

    /** Tags that take a value: RFC 5228, 5230, 5231, 5232, 5260, 5435, 5703, 6009, 7352, 8579, 8580, 9042, Dovecot, Cyrus. */
    private static final Set<String> VALUED = Set.of("comparator", "value", "count", "index", "zone", "param", "content",
            "days", "seconds", "subject", "from", "addresses", "handle", "fcc", "flags", "specialuse", "mailboxid",
            "importance", "options", "message", "method", "id", "notify", "ret", "bytimerelative", "bytimeabsolute",
            "bymode", "header", "uniqueid", "name", "first", "input", "output", "addflags", "removeflags", "mailbox",
            "tzid", "weekdays");

    private final Set<String> tags = new HashSet<>();
    private final Map<String, Argument> values = new HashMap<>();
    private final List<Argument.Texts> texts = new ArrayList<>();
    private Optional<String> number = Optional.empty();

    private Arguments() {}

    static Arguments of(List<Argument> list) {
        Arguments arguments = new Arguments();
        Optional<String> waiting = Optional.empty();
        for (Argument each : list) {
            if (each instanceof Argument.Tag tag) {
                arguments.tags.add(tag.name());
                waiting = VALUED.contains(tag.name()) ? Optional.of(tag.name()) : Optional.empty();
            } else if (waiting.isPresent()) {
                arguments.values.putIfAbsent(waiting.get(), each);
                waiting = Optional.empty();
            } else {
                arguments.add(each);
            }
        }
        return arguments;
    }

    private void add(Argument each) {
        if (each instanceof Argument.Texts some) {
            texts.add(some);
        } else if (each instanceof Argument.Number some && number.isEmpty()) {
            number = Optional.of(some.text());
        }
    }

    boolean has(String tag) {
        return tags.contains(tag);
    }

    /** The strings that belong to this tag. */
    Optional<List<String>> of(String tag) {
        return values.get(tag) instanceof Argument.Texts some ? Optional.of(some.values()) : Optional.empty();
    }

    /** Strings and lists of strings that belong to no tag, in order. */
    List<List<String>> texts() {
        return texts.stream().map(Argument.Texts::values).toList();
    }

    /** The last of {@link #texts()}, or an empty list. */
    List<String> last() {
        return texts.isEmpty() ? List.of() : texts.get(texts.size() - 1).values();
    }

    /** The first number that belongs to no tag, as written. */
    Optional<String> number() {
        return number;
    }
}
