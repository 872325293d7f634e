package org.mimawari.sieve;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleAction.Type;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleCondition.Field;

/**
 * Looks line by line for redirects in a script whose syntax is broken, as one wrong quotation mark turns all strings
 * behind it inside out. What it finds stands under a condition nobody knows.
 */
final class LineFallback {

    private static final int LONGEST_LINE = 2_000;
    private static final RuleCondition UNKNOWN = RuleCondition.of(Field.OTHER, List.of("unreadable"));

    private LineFallback() {}

    /** Redirects that are not among the targets already known. */
    static List<SieveRule> redirects(String name, String script, Set<String> known) {
        List<SieveRule> rules = new ArrayList<>();
        int number = 0;
        for (String line : script.split("\n", -1)) {
            number++;
            if (line.length() <= LONGEST_LINE && line.contains("redirect")) {
                for (String target : targets(line)) {
                    if (known.add(target)) {
                        rules.add(new SieveRule(name, number, true, List.of(UNKNOWN),
                                List.of(RuleAction.of(Type.REDIRECT, target)), Set.of()));
                    }
                }
            }
        }
        return rules;
    }

    private static List<String> targets(String line) {
        List<Token> tokens = new Lexer(line, new ArrayList<>()).tokens();
        List<String> targets = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).isWord("redirect")) {
                int next = i + 1;
                while (tokens.get(next).type() == Token.Type.TAG) {
                    next++;
                }
                if (tokens.get(next).type() == Token.Type.STRING) {
                    targets.add(tokens.get(next).text());
                }
            }
        }
        return targets;
    }
}
