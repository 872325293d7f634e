package org.mimawari.evidence;

import java.util.List;
import java.util.Set;

/**
 * An inbox rule, Gmail filter or Sieve rule, found as a state or seen being changed.
 *
 * @param readable false where its contents are not visible: such a rule is never harmless by default
 */
public record MailboxRule(
        Origin origin,
        String name,
        boolean enabled,
        List<RuleCondition> conditions,
        List<RuleAction> actions,
        boolean readable,
        Set<RuleTrait> traits,
        Change change,
        Actor actor) implements Evidence {

    public MailboxRule {
        conditions = List.copyOf(conditions);
        actions = List.copyOf(actions);
        traits = Set.copyOf(traits);
    }

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.MAILBOX_RULE;
    }

    public boolean does(RuleAction.Type type) {
        return actions.stream().anyMatch(action -> action.type() == type);
    }
}
