package org.mimawari.indicator.rules;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.Words;

/** Names and actions of rules as facts of a report, short, and visible where the rule's maker wanted them not to be. */
final class RuleWording {

    private static final int LONGEST = 120;
    private static final int MOST_ACTIONS = 10;
    private static final int MOST_TARGETS = 5;
    private static final int MOST_CODES = 6;
    private static final String UNKNOWN = "?";

    private RuleWording() {}

    /**
     * The name; code points such as {@code U+200B} where nothing of it can be seen; what it looks for where the source
     * names no rules.
     */
    static String name(MailboxRule rule) {
        String name = rule.name();
        if (name.isEmpty()) {
            String looksFor = rule.conditions().stream().flatMap(condition -> condition.values().stream())
                    .limit(MOST_TARGETS).collect(Collectors.joining(", "));
            return looksFor.isBlank() ? "*" : capped(looksFor);
        }
        if (RuleNames.visible(name).length == 0) {
            return name.codePoints().limit(MOST_CODES).mapToObj(c -> String.format(Locale.ROOT, "U+%04X", c))
                    .collect(Collectors.joining(" "));
        }
        return capped(name);
    }

    /**
     * What the rule does, in the words of evidence lines: {@code move: RSS Feeds}, {@code mark-read}; {@code ?} where
     * none shows.
     */
    static List<String> actions(MailboxRule rule) {
        if (rule.actions().isEmpty()) {
            return List.of(UNKNOWN);
        }
        return rule.actions().stream().limit(MOST_ACTIONS).map(RuleWording::action).distinct().toList();
    }

    private static String action(RuleAction action) {
        String targets = action.targets().stream().limit(MOST_TARGETS).map(RuleWording::capped)
                .collect(Collectors.joining(", "));
        return Words.of(action.type()) + (targets.isEmpty() ? "" : ": " + targets);
    }

    static String capped(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
