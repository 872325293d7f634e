package org.mimawari.indicator.rules;

import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.evidence.TimeRange;

/**
 * One rule of a mailbox, however often it was seen: in a snapshot, in the log of changes, in an export.
 *
 * @param rule the rule as it was made, from the dated record where there is one
 * @param sightings everything that shows it, in order of time
 * @param conditionsKnown false where a log shows only what was changed, so that no condition does not mean all mail
 * @param everActive false where it was switched off, or in a script that is not the active one, whenever it was seen
 */
public record SeenRule(
        MailboxRule rule, List<MailboxRule> sightings, boolean conditionsKnown, boolean everActive) {

    public SeenRule {
        sightings = List.copyOf(sightings);
    }

    public TimeRange when() {
        return TimeRange.of(sightings);
    }

    /** True where no record says when it came. */
    public boolean isUndated() {
        return sightings.stream().allMatch(each -> each.time().isEmpty());
    }

    public Hiding hiding() {
        return Hiding.of(rule);
    }

    public boolean sendsAway() {
        return rule.actions().stream().anyMatch(action -> action.type().sendsAway());
    }

    public boolean marksRead() {
        return rule.does(RuleAction.Type.MARK_READ);
    }

    /** What makes it this rule and no other, from whatever source it was read. */
    public String identity() {
        return RuleIdentity.of(rule);
    }

    /** True where nearly every message meets its conditions. */
    public boolean takesEverything(Optional<MailboxAddress> mailbox) {
        if (!conditionsKnown || !rule.readable()) {
            return false;
        }
        List<RuleCondition> conditions = rule.conditions();
        if (conditions.isEmpty()) {
            return true;
        }
        return rule.traits().contains(RuleTrait.ANY_CONDITION)
                ? conditions.stream().anyMatch(each -> BroadCondition.isBroad(each, mailbox))
                : conditions.stream().allMatch(each -> BroadCondition.isBroad(each, mailbox));
    }

    /** The values of the conditions that must hold for this field; what they exclude is not meant. */
    public List<String> values(RuleCondition.Field field) {
        return rule.conditions().stream().filter(each -> each.field() == field && !each.negated())
                .flatMap(each -> each.values().stream()).limit(RuleIdentity.MOST_VALUES).toList();
    }

    public boolean looksAt(RuleCondition.Field field) {
        return rule.conditions().stream().anyMatch(each -> each.field() == field && !each.negated());
    }
}
