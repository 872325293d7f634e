package org.mimawari.evidence;

import java.util.List;

/**
 * A condition of a rule. No condition at all matches every message.
 *
 * @param values the words, addresses or sizes it compares with; sizes are in bytes
 */
public record RuleCondition(Field field, boolean negated, List<String> values) {

    /** What a condition looks at. */
    public enum Field {
        SUBJECT, BODY, SUBJECT_OR_BODY, SENDER, RECIPIENT, HEADER, SIZE_AT_LEAST, SIZE_AT_MOST, HAS_ATTACHMENT,
        IS_BOUNCE, IS_AUTOMATIC, TO_ME, ALWAYS, QUERY, OTHER
    }

    public RuleCondition {
        values = List.copyOf(values);
    }

    public static RuleCondition of(Field field, List<String> values) {
        return new RuleCondition(field, false, values);
    }
}
