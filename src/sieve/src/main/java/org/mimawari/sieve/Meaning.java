package org.mimawari.sieve;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleCondition.Field;

/**
 * What a test comes to.
 *
 * @param any whether one of the conditions is enough; else all must hold
 * @param fixed whether the answer is the same for every message
 */
record Meaning(List<RuleCondition> conditions, boolean any, Fixed fixed) {

    /** Whether the test's answer is the same for every message. */
    enum Fixed { ALWAYS, NEVER, DEPENDS }

    static final Meaning ALWAYS = new Meaning(List.of(), false, Fixed.ALWAYS);
    static final Meaning NEVER = new Meaning(List.of(), false, Fixed.NEVER);
    /** Depends on the server and not on the message: both branches may be run for every message. */
    static final Meaning EITHER = new Meaning(List.of(), false, Fixed.DEPENDS);

    /** A rule shows this many conditions; what lies behind is one more that nobody reads. */
    private static final int MOST_CONDITIONS = 200;
    private static final RuleCondition MORE = RuleCondition.of(Field.OTHER, List.of("more conditions"));

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

    /** Both hold. */
    Meaning and(Meaning other) {
        if (fixed == Fixed.NEVER || other.fixed == Fixed.NEVER) {
            return NEVER;
        }
        if (conditions.isEmpty() || other.conditions.isEmpty()) {
            Meaning only = conditions.isEmpty() ? other : this;
            return only.conditions.isEmpty() && (fixed != other.fixed) ? EITHER : only;
        }
        List<RuleCondition> all = new ArrayList<>(merged().conditions);
        other.merged().conditions.forEach(condition -> add(all, condition));
        return new Meaning(all, false, Fixed.DEPENDS);
    }

    /** One of them holds. */
    static Meaning anyOf(List<Meaning> meanings) {
        List<RuleCondition> all = new ArrayList<>();
        for (Meaning each : meanings) {
            if (each.fixed == Fixed.ALWAYS || each.equals(EITHER)) {
                return each;
            }
            each.conditions.forEach(condition -> add(all, condition));
        }
        return all.isEmpty() ? NEVER : new Meaning(all, all.size() > 1, Fixed.DEPENDS);
    }

    private static void add(List<RuleCondition> all, RuleCondition condition) {
        if (all.size() < MOST_CONDITIONS) {
            all.add(condition);
        } else if (all.size() == MOST_CONDITIONS) {
            all.add(MORE);
        }
    }

    /** Conditions on one field of which one is enough are one condition with all their values. */
    private Meaning merged() {
        boolean same = any && conditions.stream().noneMatch(RuleCondition::negated)
                && conditions.stream().map(RuleCondition::field).distinct().count() == 1;
        if (!same) {
            return this;
        }
        Set<String> values = new LinkedHashSet<>();
        conditions.forEach(condition -> values.addAll(condition.values()));
        return of(RuleCondition.of(conditions.get(0).field(), List.copyOf(values)));
    }

    private static RuleCondition negated(RuleCondition condition) {
        return new RuleCondition(condition.field(), !condition.negated(), condition.values());
    }
}
