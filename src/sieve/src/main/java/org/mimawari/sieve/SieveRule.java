package org.mimawari.sieve;

import java.util.List;
import java.util.Set;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleTrait;

/**
 * One rule of a script: what is done under one condition.
 *
 * @param script the script it stands in, which may be an included one
 * @param name as a filter editor wrote it into a comment, else the script's name
 * @param enabled false where it can never run: behind {@code if false} or an unconditional {@code stop}
 */
public record SieveRule(
        String script, String name, int line, boolean enabled, List<RuleCondition> conditions, List<RuleAction> actions,
        Set<RuleTrait> traits) {

    public SieveRule {
        conditions = List.copyOf(conditions);
        actions = List.copyOf(actions);
        traits = Set.copyOf(traits);
    }
}
