package org.mimawari.indicator.rules;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.indicator.words.Folding;

/**
 * Brings a rule to one text, so that the same rule from a live mailbox, an audit log and an export is known as one: its
 * folded name, the values it looks for, and what it does, sorted. Which field a value is looked for in is left out
 * where there are values, as sources name fields differently.
 */
final class RuleIdentity {

    static final int MOST_VALUES = 200;
    private static final int LONGEST_VALUE = 200;
    private static final int LONGEST = 300;
    private static final String SCRIPT = ".sieve";

    private RuleIdentity() {}

    static String of(MailboxRule rule) {
        return shortened(name(rule) + "|" + contents(rule));
    }

    /** Conditions and actions only: what rules of different mailboxes may share under different names. */
    static String ofContents(MailboxRule rule) {
        return shortened(contents(rule));
    }

    /** The folded name, without the ending a script has as a file. */
    static String name(MailboxRule rule) {
        String name = Folding.fold(capped(rule.name()));
        return name.endsWith(SCRIPT) ? name.substring(0, name.length() - SCRIPT.length()) : name;
    }

    private static String contents(MailboxRule rule) {
        TreeSet<String> parts = new TreeSet<>();
        for (RuleCondition condition : rule.conditions()) {
            String denial = condition.negated() ? "!" : "";
            if (condition.values().isEmpty() || condition.field() == RuleCondition.Field.IS_BOUNCE) {
                parts.add("?" + denial + condition.field());
            }
            condition.values().stream().limit(MOST_VALUES).forEach(value -> parts.add("?" + denial + folded(value)));
        }
        for (RuleAction action : rule.actions()) {
            parts.addAll(action(action));
        }
        return String.join(",", parts);
    }

    private static List<String> action(RuleAction action) {
        return switch (action.type()) {
            case STOP, KEEP, OTHER -> List.of();
            case MOVE, COPY -> targets(action).map(target -> "=" + action.type() + " " + Whereabouts.name(target))
                    .toList();
            default -> action.targets().isEmpty() ? List.of("=" + action.type())
                    : targets(action).map(target -> "=" + action.type() + " " + address(target)).toList();
        };
    }

    private static Stream<String> targets(RuleAction action) {
        return action.targets().stream().limit(MOST_VALUES).map(RuleIdentity::capped);
    }

    private static String address(String target) {
        return MailboxAddress.findFull(target).map(MailboxAddress::text).orElse(target.toLowerCase(Locale.ROOT));
    }

    private static String folded(String value) {
        String folded = Folding.fold(capped(value));
        return folded.isEmpty() ? capped(value) : folded;
    }

    private static String capped(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "#"
                + Hashing.sha256().hashString(text, StandardCharsets.UTF_8);
    }
}
