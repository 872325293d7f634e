package org.mimawari.connector.export.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleAction.Type;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleCondition.Field;

/** A Gmail filter as a mailbox rule (Gmail API, {@code users.settings.filters}). Filters have no name and no date. */
final class GmailFilter {

    private static final int LONGEST_NAME = 120;
    /** Labels that only sort: Gmail's tabs, stars and importance. */
    private static final Set<String> MARKS = Set.of("STARRED", "IMPORTANT", "UNREAD", "INBOX");

    private GmailFilter() {}

    static void rule(SettingScene scene) {
        boolean nothing = !scene.setting().has("criteria") && !scene.setting().has("action");
        if (!scene.admit("filter") || nothing) {
            return;
        }
        JsonNode criteria = scene.setting().path("criteria");
        List<RuleCondition> conditions = conditions(criteria);
        List<RuleAction> actions = actions(scene.setting().path("action"), scene.labels());
        boolean readable = criteria.isObject() && !actions.isEmpty();
        scene.accept(new MailboxRule(scene.origin(), name(scene, conditions), true, conditions, actions, readable,
                Set.of(), Change.PRESENT, Actor.UNKNOWN));
    }

    private static String name(SettingScene scene, List<RuleCondition> conditions) {
        List<String> parts = new ArrayList<>();
        for (RuleCondition condition : conditions) {
            parts.add(condition.field().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                    + (condition.negated() ? " not " : " ") + String.join(" ", condition.values()));
        }
        String name = parts.isEmpty() ? scene.text("id").orElse("filter") : String.join(", ", parts).strip();
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private static List<RuleCondition> conditions(JsonNode criteria) {
        List<RuleCondition> conditions = new ArrayList<>();
        text(criteria, "from", Field.SENDER, conditions);
        text(criteria, "to", Field.RECIPIENT, conditions);
        text(criteria, "subject", Field.SUBJECT, conditions);
        text(criteria, "query", Field.QUERY, conditions);
        JsonTree.text(criteria, "negatedQuery").ifPresent(query ->
                conditions.add(new RuleCondition(Field.QUERY, true, List.of(query))));
        if (JsonTree.isTrue(criteria, "hasAttachment")) {
            conditions.add(RuleCondition.of(Field.HAS_ATTACHMENT, List.of()));
        }
        JsonTree.text(criteria, "size").filter(size -> EventParameters.whole(size) > 0).ifPresent(size -> {
            boolean smaller = JsonTree.text(criteria, "sizeComparison").filter("smaller"::equals).isPresent();
            conditions.add(RuleCondition.of(smaller ? Field.SIZE_AT_MOST : Field.SIZE_AT_LEAST, List.of(size)));
        });
        return conditions;
    }

    private static void text(JsonNode criteria, String name, Field field, List<RuleCondition> conditions) {
        JsonTree.text(criteria, name).ifPresent(value ->
                conditions.add(RuleCondition.of(field, field == Field.QUERY ? List.of(value) : alternatives(value))));
    }

    /** {@code a OR b}, {@code {a b}} and {@code (a|b)} are alternatives; words without a sign between them are one. */
    static List<String> alternatives(String text) {
        boolean braced = text.startsWith("{") && text.endsWith("}");
        boolean enclosed = braced || text.startsWith("(") && text.endsWith(")");
        String inner = enclosed ? text.substring(1, Math.max(1, text.length() - 1)) : text;
        String parted = braced ? inner.replace(' ', '|') : inner.replace(" OR ", "|");
        Set<String> values = new LinkedHashSet<>();
        int from = 0;
        for (int at = 0; at <= parted.length(); at++) {
            if (at == parted.length() || parted.charAt(at) == '|') {
                String value = unquoted(parted.substring(from, at).strip());
                if (!value.isEmpty()) {
                    values.add(value);
                }
                from = at + 1;
            }
        }
        return values.isEmpty() ? List.of(text) : List.copyOf(values);
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static List<RuleAction> actions(JsonNode action, GmailLabels labels) {
        List<RuleAction> actions = new ArrayList<>();
        List<String> added = JsonTree.texts(action, "addLabelIds");
        List<String> removed = JsonTree.texts(action, "removeLabelIds");
        JsonTree.text(action, "forward").ifPresent(to -> actions.add(RuleAction.of(Type.FORWARD, to)));
        added.forEach(label -> added(label, removed.contains("INBOX"), labels).ifPresent(actions::add));
        removed.forEach(label -> removed(label).ifPresent(actions::add));
        return actions;
    }

    /** A label alone leaves the message in the inbox as well; with the inbox taken away it is a move. */
    private static Optional<RuleAction> added(String label, boolean skipsInbox, GmailLabels labels) {
        return switch (label) {
            case "TRASH" -> Optional.of(RuleAction.of(Type.DELETE));
            case "SPAM" -> Optional.of(RuleAction.of(Type.MOVE, "Spam"));
            case "STARRED", "IMPORTANT" -> Optional.of(RuleAction.of(Type.FLAG));
            default -> MARKS.contains(label) ? Optional.empty()
                    : Optional.of(RuleAction.of(skipsInbox ? Type.MOVE : Type.COPY, labels.name(label)));
        };
    }

    private static Optional<RuleAction> removed(String label) {
        return switch (label) {
            case "INBOX" -> Optional.of(RuleAction.of(Type.SKIP_INBOX));
            case "UNREAD" -> Optional.of(RuleAction.of(Type.MARK_READ));
            case "SPAM" -> Optional.of(RuleAction.of(Type.NEVER_SPAM));
            default -> Optional.of(RuleAction.of(Type.OTHER));
        };
    }
}
