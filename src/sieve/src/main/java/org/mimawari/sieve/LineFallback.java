package org.mimawari.sieve;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleAction.Type;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleCondition.Field;

/**
 * Looks line by line for redirects, filing and discarding in a script whose syntax is broken, as one wrong quotation
 * mark turns all strings behind it inside out. What it finds stands under a condition nobody knows.
 */
final class LineFallback {

    private static final int LONGEST_LINE = 2_000;
    private static final int MOST_RULES = 1_000;
    private static final String ANY_DISCARD = "\u0000discard";
    private static final RuleCondition UNKNOWN = RuleCondition.of(Field.OTHER, List.of("unreadable"));

    private LineFallback() {}

    /** Rules whose targets are not among those of the rules that were read. */
    static List<SieveRule> rules(String name, String script, List<SieveRule> read) {
        Set<String> known = new HashSet<>();
        read.stream().flatMap(rule -> rule.actions().stream()).forEach(action -> {
            known.addAll(action.targets());
            known.add(action.type() == Type.DISCARD ? ANY_DISCARD : "");
        });
        List<SieveRule> rules = new ArrayList<>();
        int number = 0;
        for (String line : script.split("\n", -1)) {
            number++;
            boolean worth = line.contains("redirect") || line.contains("fileinto") || line.contains("discard");
            if (line.length() <= LONGEST_LINE && worth && rules.size() < MOST_RULES) {
                for (RuleAction action : actions(line)) {
                    if (known.add(action.targets().isEmpty() ? ANY_DISCARD : action.targets().get(0))) {
                        rules.add(new SieveRule(name, name, number, true, List.of(UNKNOWN), List.of(action), Set.of()));
                    }
                }
            }
        }
        return rules;
    }

    private static List<RuleAction> actions(String line) {
        Lexer lexer = new Lexer(line, new ArrayList<>());
        List<RuleAction> actions = new ArrayList<>();
        Token token = lexer.next();
        while (token.type() != Token.Type.END) {
            Token word = token;
            token = lexer.next();
            if (word.isWord("discard")) {
                actions.add(RuleAction.of(Type.DISCARD));
            } else if (word.isWord("redirect") || word.isWord("fileinto")) {
                while (token.type() == Token.Type.TAG) {
                    token = lexer.next();
                }
                if (token.type() == Token.Type.STRING) {
                    actions.add(RuleAction.of(word.isWord("redirect") ? Type.REDIRECT : Type.MOVE, token.text()));
                }
            }
        }
        return actions;
    }
}
