package org.mimawari.connector.export.microsoft;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleCondition.Field;
import org.mimawari.evidence.RuleTrait;

/**
 * An inbox rule as the parameters of {@code New-InboxRule} and {@code Set-InboxRule} or the columns of
 * {@code Get-InboxRule} name it. Source: Exchange Online PowerShell reference of those cmdlets. Exceptions
 * ({@code ExceptIf…}) are negated conditions.
 *
 * @param conditions empty where the parameters name none, which for a new rule means every message
 */
public record InboxRuleParameters(List<RuleCondition> conditions, List<RuleAction> actions, Set<RuleTrait> traits) {

    private static final String EXCEPTION = "ExceptIf";

    /** Conditions with words, addresses or other values; the order is that of the result. */
    private static final List<Map.Entry<String, Field>> WORDS = List.of(
            Map.entry("SubjectContainsWords", Field.SUBJECT),
            Map.entry("BodyContainsWords", Field.BODY),
            Map.entry("SubjectOrBodyContainsWords", Field.SUBJECT_OR_BODY),
            Map.entry("FromAddressContainsWords", Field.SENDER),
            Map.entry("RecipientAddressContainsWords", Field.RECIPIENT),
            Map.entry("HeaderContainsWords", Field.HEADER),
            Map.entry("FromSubscription", Field.OTHER),
            Map.entry("HasClassification", Field.OTHER),
            Map.entry("WithImportance", Field.OTHER),
            Map.entry("WithSensitivity", Field.OTHER),
            Map.entry("FlaggedForAction", Field.OTHER),
            Map.entry("ReceivedAfterDate", Field.OTHER),
            Map.entry("ReceivedBeforeDate", Field.OTHER));

    private static final List<Map.Entry<String, Field>> PEOPLE = List.of(
            Map.entry("From", Field.SENDER), Map.entry("SentTo", Field.RECIPIENT));

    private static final List<Map.Entry<String, Field>> SWITCHES = List.of(
            Map.entry("HasAttachment", Field.HAS_ATTACHMENT),
            Map.entry("MyNameInToBox", Field.TO_ME),
            Map.entry("MyNameInToOrCcBox", Field.TO_ME),
            Map.entry("MyNameInCcBox", Field.TO_ME),
            Map.entry("SentOnlyToMe", Field.TO_ME));

    private static final List<Map.Entry<String, Field>> SIZES = List.of(
            Map.entry("WithinSizeRangeMinimum", Field.SIZE_AT_LEAST),
            Map.entry("WithinSizeRangeMaximum", Field.SIZE_AT_MOST));

    private static final List<Map.Entry<String, RuleAction.Type>> SENDING = List.of(
            Map.entry("ForwardTo", RuleAction.Type.FORWARD),
            Map.entry("ForwardAsAttachmentTo", RuleAction.Type.FORWARD_AS_ATTACHMENT),
            Map.entry("RedirectTo", RuleAction.Type.REDIRECT),
            Map.entry("SendTextMessageNotificationTo", RuleAction.Type.NOTIFY));

    private static final List<Map.Entry<String, RuleAction.Type>> FILING = List.of(
            Map.entry("MoveToFolder", RuleAction.Type.MOVE), Map.entry("CopyToFolder", RuleAction.Type.COPY));

    private static final List<Map.Entry<String, RuleAction.Type>> DOING = List.of(
            Map.entry("DeleteMessage", RuleAction.Type.DELETE),
            Map.entry("SoftDeleteMessage", RuleAction.Type.DELETE),
            Map.entry("PermanentDelete", RuleAction.Type.PERMANENT_DELETE),
            Map.entry("MarkAsRead", RuleAction.Type.MARK_READ),
            Map.entry("PinMessage", RuleAction.Type.FLAG),
            Map.entry("StopProcessingRules", RuleAction.Type.STOP));

    private static final List<String> DECORATING = List.of("ApplyCategory", "ApplySystemCategory", "MarkImportance");

    public InboxRuleParameters {
        conditions = List.copyOf(conditions);
        actions = List.copyOf(actions);
        traits = Set.copyOf(traits);
    }

    /** Translates the values that the look-up finds by parameter name; names are in the cmdlets' own case. */
    public static InboxRuleParameters of(Function<String, Optional<String>> lookup) {
        Function<String, Optional<String>> set = name -> lookup.apply(name).filter(CmdletValue::isSet);
        List<RuleCondition> conditions = conditions(set, false);
        List<RuleCondition> exceptions = conditions(name -> set.apply(EXCEPTION + name), true);
        List<RuleAction> actions = actions(set);
        Set<RuleTrait> traits = EnumSet.noneOf(RuleTrait.class);
        if (!exceptions.isEmpty()) {
            traits.add(RuleTrait.HAS_EXCEPTIONS);
        }
        if (actions.stream().anyMatch(action -> action.type() == RuleAction.Type.STOP)) {
            traits.add(RuleTrait.STOPS);
        }
        if (set.apply("InError").filter(CmdletValue::isTrue).isPresent()) {
            traits.add(RuleTrait.IN_ERROR);
        }
        conditions.addAll(exceptions);
        return new InboxRuleParameters(conditions, actions, traits);
    }

    /** True where no parameter says anything about what the rule looks at or does. */
    public boolean isEmpty() {
        return conditions.isEmpty() && actions.isEmpty();
    }

    private static List<RuleCondition> conditions(Function<String, Optional<String>> set, boolean negated) {
        List<RuleCondition> found = new ArrayList<>();
        WORDS.forEach(known -> set.apply(known.getKey()).ifPresent(
                raw -> found.add(new RuleCondition(known.getValue(), negated, CmdletValue.list(raw)))));
        PEOPLE.forEach(known -> set.apply(known.getKey()).ifPresent(
                raw -> found.add(new RuleCondition(known.getValue(), negated, CmdletValue.recipients(raw)))));
        SWITCHES.forEach(known -> set.apply(known.getKey()).filter(CmdletValue::isTrue).ifPresent(
                raw -> found.add(new RuleCondition(known.getValue(), negated, List.of()))));
        set.apply("MyNameNotInToBox").filter(CmdletValue::isTrue).ifPresent(
                raw -> found.add(new RuleCondition(Field.TO_ME, !negated, List.of())));
        SIZES.forEach(known -> set.apply(known.getKey()).flatMap(CmdletValue::bytes).ifPresent(
                bytes -> found.add(new RuleCondition(known.getValue(), negated, List.of(Long.toString(bytes))))));
        set.apply("MessageTypeMatches").ifPresent(
                raw -> CmdletValue.list(raw).forEach(type -> found.add(messageType(type, negated))));
        return found;
    }

    private static RuleCondition messageType(String type, boolean negated) {
        Field field = switch (type.toLowerCase(Locale.ROOT)) {
            case "nondeliveryreport" -> Field.IS_BOUNCE;
            case "automaticreply", "automaticforward", "readreceipt" -> Field.IS_AUTOMATIC;
            default -> Field.OTHER;
        };
        return new RuleCondition(field, negated, List.of(type));
    }

    private static List<RuleAction> actions(Function<String, Optional<String>> set) {
        List<RuleAction> found = new ArrayList<>();
        SENDING.forEach(known -> set.apply(known.getKey()).ifPresent(
                raw -> found.add(new RuleAction(known.getValue(), CmdletValue.recipients(raw)))));
        FILING.forEach(known -> set.apply(known.getKey()).ifPresent(
                raw -> found.add(RuleAction.of(known.getValue(), CmdletValue.folder(raw)))));
        DOING.forEach(known -> set.apply(known.getKey()).filter(CmdletValue::isTrue).ifPresent(
                raw -> found.add(RuleAction.of(known.getValue()))));
        DECORATING.forEach(name -> set.apply(name).ifPresent(
                raw -> found.add(new RuleAction(RuleAction.Type.OTHER, CmdletValue.list(raw)))));
        return found;
    }
}
