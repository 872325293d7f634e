package org.mimawari.indicator.rules;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.indicator.words.Folding;

/**
 * Tells conditions that let nearly every message through although they look like a choice: {@code @} in the sender,
 * a size of at least nothing, a NUL in the body, "not about X".
 */
final class BroadCondition {

    private static final long SMALLER_THAN_ANY_MAIL = 2_048;
    private static final long LARGER_THAN_ANY_MAIL = 20L << 20;
    private static final int MOST_VALUES = 200;
    private static final Set<String> ANYTHING = Set.of("", "@", ".", "*", "*@*", "*.*", "**", "%", ":", "/", "-", "_",
            "a", "e", "i", "o", "u", " ");
    private static final Set<String> IN_EVERY_ADDRESS = Set.of("com", ".com", "jp", ".jp", "co.jp", ".co.jp", "net",
            ".net", "http", "https", "www", "mailto");
    private static final Set<String> IN_EVERY_HEADER = Set.of("from", "to", "date", "received", "subject",
            "message-id", "mime-version", "content-type", "return-path");
    private static final Set<String> EVERY_QUERY = Set.of("*", "@", ".", "from:*", "to:*", "from:@", "from:(*)",
            "from:.", "to:me", "subject:*", "in:anywhere", "in:inbox", "in:all", "is:inbox", "is:unread", "is:read",
            "label:inbox", "label:unread", "larger:0", "larger:1", "size:0", "size:1", "from:com", "from:.com",
                    "from:jp", "from:.jp",
            "from:(@)", "from:*@*");

    private BroadCondition() {}

    static boolean isBroad(RuleCondition condition, Optional<MailboxAddress> mailbox) {
        return switch (condition.field()) {
            case ALWAYS -> !condition.negated();
            case TO_ME -> !condition.negated();
            case SIZE_AT_LEAST -> isLoose(condition.negated(), bound(condition), true);
            case SIZE_AT_MOST -> isLoose(condition.negated(), bound(condition), false);
            case SUBJECT, BODY, SUBJECT_OR_BODY, SENDER, RECIPIENT, HEADER -> isBroadText(condition, mailbox);
            case QUERY -> condition.negated() != values(condition).anyMatch(BroadCondition::isEveryQuery);
            default -> false;
        };
    }

    /** True where the bound keeps out hardly anything; denying "at most" is the same as asking for "at least". */
    private static boolean isLoose(boolean negated, long bound, boolean atLeast) {
        return atLeast != negated ? bound >= 0 && bound <= SMALLER_THAN_ANY_MAIL : bound >= LARGER_THAN_ANY_MAIL;
    }

    private static long bound(RuleCondition condition) {
        String digits = condition.values().isEmpty() ? "" : condition.values().get(0).strip();
        boolean isNumber = !digits.isEmpty() && digits.length() <= 15
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return isNumber ? Long.parseLong(digits) : -1;
    }

    private static boolean isBroadText(RuleCondition condition, Optional<MailboxAddress> mailbox) {
        boolean takesAll = values(condition).anyMatch(value -> isBroad(condition.field(), value, mailbox));
        // "Does not contain X" is true of nearly everything, unless X itself is in everything.
        return condition.negated() != takesAll && !condition.values().isEmpty();
    }

    private static boolean isBroad(RuleCondition.Field field, String raw, Optional<MailboxAddress> mailbox) {
        String value = Folding.fold(raw);
        if (ANYTHING.contains(value)) {
            return true;
        }
        return switch (field) {
            case BODY, SUBJECT_OR_BODY -> value.codePointCount(0, value.length()) == 1 && value.codePointAt(0) < 0x3400;
            case SENDER -> IN_EVERY_ADDRESS.contains(value);
            case RECIPIENT -> IN_EVERY_ADDRESS.contains(value) || isOwner(value, mailbox);
            case HEADER -> isEveryHeader(value);
            default -> false;
        };
    }

    /** A mailbox gets hardly any mail that does not name its address or domain. */
    private static boolean isOwner(String value, Optional<MailboxAddress> mailbox) {
        return mailbox.filter(owner -> owner.text().equals(value) || !owner.domain().isEmpty()
                && (owner.domain().equals(value) || value.equals("@" + owner.domain()))).isPresent();
    }

    private static boolean isEveryHeader(String value) {
        int colon = value.indexOf(':');
        String name = colon < 0 ? value : value.substring(0, colon).strip();
        String rest = colon < 0 ? "" : value.substring(colon + 1).strip();
        return IN_EVERY_HEADER.contains(name) && (ANYTHING.contains(rest) || IN_EVERY_ADDRESS.contains(rest))
                || colon < 0 && IN_EVERY_ADDRESS.contains(value);
    }

    /** A Gmail query whose every term takes nearly everything; one such term is enough where they are joined by OR. */
    private static boolean isEveryQuery(String raw) {
        List<String> terms = List.of(Folding.fold(raw).split(" "));
        if (terms.contains("or")) {
            return terms.stream().anyMatch(EVERY_QUERY::contains);
        }
        return terms.stream().allMatch(term -> term.isEmpty() || EVERY_QUERY.contains(term) || isDenial(term));
    }

    private static boolean isDenial(String term) {
        return term.length() > 1 && term.startsWith("-") && !EVERY_QUERY.contains(term.substring(1));
    }

    private static Stream<String> values(RuleCondition condition) {
        return condition.values().stream().limit(MOST_VALUES);
    }
}
