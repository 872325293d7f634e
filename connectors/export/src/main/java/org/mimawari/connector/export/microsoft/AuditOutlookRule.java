package org.mimawari.connector.export.microsoft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleTrait;

/**
 * The rule in an {@code UpdateInboxRules} record: its operation properties hold JSON in a text, either an array
 * {@code RuleActions} or a whole {@code ServerRule}. Names of types differ between clients, so they are read by the
 * words in them.
 */
record AuditOutlookRule(String name, boolean enabled, List<RuleCondition> conditions, List<RuleAction> actions,
        Set<RuleTrait> traits, Change change) {

    private static final int MOST = 200;
    private static final int DEEPEST = 12;
    private static final List<String> TYPE_NAMES = List.of("ActionType", "ConditionType", "$type", "Type", "Name");
    private static final List<String> FOLDER_NAMES =
            List.of("FolderName", "DestinationFolder", "TargetFolder", "Folder", "DisplayName", "FolderPath");

    static AuditOutlookRule of(AuditRecord record) {
        JsonNode server = AuditJson.tree(property(record, "ServerRule"));
        List<RuleAction> actions = new ArrayList<>();
        actions(AuditJson.tree(property(record, "RuleActions")), actions);
        actions(server.path("Actions"), actions);
        List<RuleCondition> conditions = new ArrayList<>();
        conditions(server.path("Conditions"), conditions, false);
        conditions(server.path("Condition"), conditions, false);
        Set<RuleTrait> traits = new LinkedHashSet<>();
        conditions(server.path("Exceptions"), conditions, true);
        if (conditions.stream().anyMatch(RuleCondition::negated)) {
            traits.add(RuleTrait.HAS_EXCEPTIONS);
        }
        String condition = property(record, "RuleCondition");
        if (conditions.isEmpty() && !condition.isBlank()) {
            conditions.add(RuleCondition.of(RuleCondition.Field.QUERY, List.of(condition)));
        }
        if (actions.stream().anyMatch(action -> action.type() == RuleAction.Type.STOP)) {
            traits.add(RuleTrait.STOPS);
        }
        String name = property(record, "RuleName");
        boolean off = property(record, "RuleState").equalsIgnoreCase("Disabled")
                || server.path("IsEnabled").asText().equalsIgnoreCase("false");
        return new AuditOutlookRule(name.isEmpty() ? server.path("Name").asText() : name, !off, conditions,
                actions.stream().distinct().toList(), traits, change(property(record, "RuleOperation")));
    }

    private static String property(AuditRecord record, String name) {
        String value = record.property(AuditField.OPERATION_PROPERTIES, name);
        return value.isEmpty() ? record.parameter(name).orElse("") : value;
    }

    private static Change change(String operation) {
        String word = operation.toLowerCase(Locale.ROOT);
        if (word.contains("remove") || word.contains("delete")) {
            return Change.REMOVED;
        }
        return word.contains("add") || word.contains("create") ? Change.ADDED : Change.CHANGED;
    }

    private static void actions(JsonNode node, List<RuleAction> found) {
        if (node.isArray()) {
            node.forEach(each -> actions(each, found));
        } else if (node.isTextual()) {
            add(found, node.asText(), node);
        } else if (node.isObject() && !type(node).isEmpty()) {
            add(found, type(node), node);
        } else if (node.isObject()) {
            node.properties().forEach(field -> add(found, field.getKey(), field.getValue()));
        }
    }

    private static void add(List<RuleAction> found, String typeName, JsonNode node) {
        RuleAction.Type type = actionType(typeName.toLowerCase(Locale.ROOT));
        boolean absent = node.isNull() || node.isBoolean() && !node.asBoolean() || node.isArray() && node.isEmpty();
        if (!absent && found.size() < MOST) {
            found.add(new RuleAction(type, targets(type, node)));
        }
    }

    private static List<String> targets(RuleAction.Type type, JsonNode node) {
        if (type == RuleAction.Type.MOVE || type == RuleAction.Type.COPY) {
            return FOLDER_NAMES.stream().map(name -> node.path(name).asText()).filter(text -> !text.isEmpty())
                    .map(CmdletValue::folder).limit(1).toList();
        }
        Set<String> addresses = new LinkedHashSet<>();
        if (type.sendsAway()) {
            addresses(node, addresses, 0);
        }
        return List.copyOf(addresses);
    }

    /** Every address below the node, wherever the client put it. */
    private static void addresses(JsonNode node, Set<String> found, int depth) {
        if (node.isTextual()) {
            MailboxAddress.findFull(CmdletValue.recipient(node.asText())).map(MailboxAddress::text)
                    .filter(address -> found.size() < MOST).ifPresent(found::add);
        } else if (depth < DEEPEST) {
            node.forEach(child -> addresses(child, found, depth + 1));
        }
    }

    private static RuleAction.Type actionType(String name) {
        if (name.contains("redirect")) {
            return RuleAction.Type.REDIRECT;
        }
        if (name.contains("forward")) {
            return name.contains("attach") ? RuleAction.Type.FORWARD_AS_ATTACHMENT : RuleAction.Type.FORWARD;
        }
        if (name.contains("delete")) {
            return name.contains("permanent") ? RuleAction.Type.PERMANENT_DELETE : RuleAction.Type.DELETE;
        }
        if (name.contains("read") && name.contains("mark")) {
            return RuleAction.Type.MARK_READ;
        }
        if (name.contains("stop")) {
            return RuleAction.Type.STOP;
        }
        if (name.contains("sms") || name.contains("notif")) {
            return RuleAction.Type.NOTIFY;
        }
        return name.contains("move") ? RuleAction.Type.MOVE : name.contains("copy") ? RuleAction.Type.COPY
                : name.contains("reply") ? RuleAction.Type.REPLY : name.contains("flag") ? RuleAction.Type.FLAG
                : RuleAction.Type.OTHER;
    }

    private static void conditions(JsonNode node, List<RuleCondition> found, boolean negated) {
        if (node.isArray()) {
            node.forEach(each -> conditions(each, found, negated));
        } else if (node.isTextual() && !node.asText().isBlank()) {
            found.add(new RuleCondition(RuleCondition.Field.QUERY, negated, List.of(node.asText())));
        } else if (node.isObject() && !type(node).isEmpty()) {
            add(found, type(node), node, negated);
        } else if (node.isObject()) {
            node.properties().forEach(field -> add(found, field.getKey(), field.getValue(), negated));
        }
    }

    private static void add(List<RuleCondition> found, String type, JsonNode node, boolean negated) {
        List<String> values = new ArrayList<>();
        words(node, values, 0);
        values.remove(type);
        if (found.size() < MOST) {
            found.add(new RuleCondition(field(type.toLowerCase(Locale.ROOT)), negated, values));
        }
    }

    private static void words(JsonNode node, List<String> found, int depth) {
        if (node.isValueNode() && !node.isNull() && !node.isBoolean()) {
            if (found.size() < MOST) {
                found.add(node.asText());
            }
        } else if (depth < DEEPEST) {
            node.forEach(child -> words(child, found, depth + 1));
        }
    }

    private static RuleCondition.Field field(String name) {
        if (name.contains("subject")) {
            return name.contains("body") ? RuleCondition.Field.SUBJECT_OR_BODY : RuleCondition.Field.SUBJECT;
        }
        if (name.contains("body")) {
            return RuleCondition.Field.BODY;
        }
        if (name.contains("sender") || name.contains("from")) {
            return RuleCondition.Field.SENDER;
        }
        if (name.contains("recipient") || name.contains("sentto")) {
            return RuleCondition.Field.RECIPIENT;
        }
        return name.contains("header") ? RuleCondition.Field.HEADER
                : name.contains("attachment") ? RuleCondition.Field.HAS_ATTACHMENT : RuleCondition.Field.OTHER;
    }

    private static String type(JsonNode node) {
        return TYPE_NAMES.stream().map(name -> node.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText)
                .filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
}
