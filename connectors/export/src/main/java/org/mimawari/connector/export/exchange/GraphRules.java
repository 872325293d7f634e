package org.mimawari.connector.export.exchange;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleAction.Type;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleCondition.Field;
import org.mimawari.evidence.RuleTrait;

/**
 * Rules as Microsoft Graph lists them (messageRule, messageRulePredicates, messageRuleActions). A rule that Graph
 * cannot express comes read-only and without contents: it is kept as unreadable.
 */
final class GraphRules {

    private static final int MOST_VALUES = 200;
    private static final long KILO = 1_024;

    private static final Map<String, Field> WORDS = Map.of("subjectContains", Field.SUBJECT,
            "bodyContains", Field.BODY, "bodyOrSubjectContains", Field.SUBJECT_OR_BODY, "senderContains", Field.SENDER,
            "fromAddresses", Field.SENDER, "recipientContains", Field.RECIPIENT, "sentToAddresses", Field.RECIPIENT,
            "headerContains", Field.HEADER, "categories", Field.OTHER);

    private static final Map<String, Field> SWITCHES = Map.ofEntries(
            Map.entry("hasAttachments", Field.HAS_ATTACHMENT), Map.entry("isNonDeliveryReport", Field.IS_BOUNCE),
            Map.entry("isAutomaticReply", Field.IS_AUTOMATIC), Map.entry("isAutomaticForward", Field.IS_AUTOMATIC),
            Map.entry("isReadReceipt", Field.IS_AUTOMATIC), Map.entry("sentToMe", Field.TO_ME),
            Map.entry("sentOnlyToMe", Field.TO_ME), Map.entry("sentCcMe", Field.TO_ME),
            Map.entry("sentToOrCcMe", Field.TO_ME), Map.entry("isVoicemail", Field.OTHER),
            Map.entry("isMeetingRequest", Field.OTHER), Map.entry("isMeetingResponse", Field.OTHER),
            Map.entry("isApprovalRequest", Field.OTHER), Map.entry("isEncrypted", Field.OTHER),
            Map.entry("isSigned", Field.OTHER), Map.entry("isPermissionControlled", Field.OTHER));

    private static final Map<String, Type> SENDING = Map.of("forwardTo", Type.FORWARD,
            "forwardAsAttachmentTo", Type.FORWARD_AS_ATTACHMENT, "redirectTo", Type.REDIRECT);

    private final Snapshot snapshot;

    private GraphRules(Snapshot snapshot) {
        this.snapshot = snapshot;
    }

    static List<Evidence> translate(Snapshot snapshot) {
        return List.of(new GraphRules(snapshot).rule());
    }

    private MailboxRule rule() {
        Tree fields = snapshot.fields();
        List<RuleCondition> conditions = new ArrayList<>(conditions(fields.at("conditions"), false));
        List<RuleCondition> exceptions = conditions(fields.at("exceptions"), true);
        List<RuleAction> actions = actions(fields.at("actions"));
        Set<RuleTrait> traits = EnumSet.noneOf(RuleTrait.class);
        add(traits, RuleTrait.HAS_EXCEPTIONS, !exceptions.isEmpty());
        add(traits, RuleTrait.STOPS, actions.stream().anyMatch(action -> action.type() == Type.STOP));
        add(traits, RuleTrait.IN_ERROR, fields.flag("hasError").orElse(false));
        boolean opaque = actions.isEmpty() || conditions.isEmpty() && fields.flag("isReadOnly").orElse(false);
        conditions.addAll(exceptions);
        return new MailboxRule(snapshot.origin(), fields.find("displayName").orElse(""),
                fields.flag("isEnabled").orElse(true), conditions, actions, !opaque, traits, Change.PRESENT,
                Actor.UNKNOWN);
    }

    private static void add(Set<RuleTrait> traits, RuleTrait trait, boolean holds) {
        if (holds) {
            traits.add(trait);
        }
    }

    private List<RuleCondition> conditions(Tree predicates, boolean negated) {
        List<RuleCondition> found = new ArrayList<>();
        for (Tree.Field predicate : predicates.fields()) {
            condition(predicate, negated, found);
        }
        return found;
    }

    private void condition(Tree.Field predicate, boolean negated, List<RuleCondition> found) {
        String name = predicate.name();
        Tree value = predicate.value();
        if (value.isEmpty()) {
            return;
        }
        if (WORDS.containsKey(name)) {
            found.add(new RuleCondition(WORDS.get(name), negated, texts(value)));
        } else if (SWITCHES.containsKey(name) || name.equals("notSentToMe")) {
            boolean yes = value.text().filter("true"::equalsIgnoreCase).isPresent();
            if (yes) {
                boolean inverse = name.equals("notSentToMe") != negated;
                found.add(new RuleCondition(SWITCHES.getOrDefault(name, Field.TO_ME), inverse, List.of()));
            }
        } else if (name.equals("withinSizeRange")) {
            size(value, "minimumSize", Field.SIZE_AT_LEAST, negated, found);
            size(value, "maximumSize", Field.SIZE_AT_MOST, negated, found);
        } else if (!name.startsWith("@")) {
            found.add(new RuleCondition(Field.OTHER, negated, texts(value)));
        }
    }

    /** Graph counts sizes in kilobytes. */
    private static void size(Tree range, String name, Field field, boolean negated, List<RuleCondition> found) {
        range.find(name).filter(text -> text.length() <= 12 && text.chars().allMatch(c -> c >= '0' && c <= '9'))
                .ifPresent(text -> found.add(new RuleCondition(field, negated,
                        List.of(Long.toString(Long.parseLong(text) * KILO)))));
    }

    private List<RuleAction> actions(Tree actions) {
        List<RuleAction> found = new ArrayList<>();
        for (Tree.Field action : actions.fields()) {
            String name = action.name();
            Tree value = action.value();
            if (value.isEmpty() || value.text().filter("false"::equalsIgnoreCase).isPresent()) {
                continue;
            }
            if (SENDING.containsKey(name)) {
                found.add(new RuleAction(SENDING.get(name), texts(value)));
            } else if (!name.startsWith("@")) {
                found.add(plain(name, value));
            }
        }
        return found;
    }

    private RuleAction plain(String name, Tree value) {
        return switch (name) {
            case "moveToFolder" -> RuleAction.of(Type.MOVE, snapshot.directory().folder(value.text().orElse("")));
            case "copyToFolder" -> RuleAction.of(Type.COPY, snapshot.directory().folder(value.text().orElse("")));
            case "delete" -> RuleAction.of(Type.DELETE);
            case "permanentDelete" -> RuleAction.of(Type.PERMANENT_DELETE);
            case "markAsRead" -> RuleAction.of(Type.MARK_READ);
            case "stopProcessingRules" -> RuleAction.of(Type.STOP);
            default -> new RuleAction(Type.OTHER, texts(value));
        };
    }

    /** Texts, or the addresses of recipients. */
    private static List<String> texts(Tree value) {
        return value.items().stream().limit(MOST_VALUES).map(item -> item.isObject() ? address(item)
                : item.text().orElse("")).filter(text -> !text.isEmpty()).toList();
    }

    private static String address(Tree recipient) {
        Tree address = recipient.at("emailAddress");
        Tree named = address.isObject() ? address : recipient;
        return named.find("address").map(text -> MailboxAddress.findFull(text).map(MailboxAddress::text)
                .orElse(text.toLowerCase(Locale.ROOT))).or(() -> named.find("name")).orElse("");
    }
}
