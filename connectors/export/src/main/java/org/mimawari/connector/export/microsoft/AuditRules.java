package org.mimawari.connector.export.microsoft;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleTrait;

/** Inbox rules made by cmdlets, which is also how Outlook on the web makes them, and rules made in Outlook itself. */
final class AuditRules {

    private static final List<String> NAME_OPTIONS = List.of("Name", "Identity");

    private AuditRules() {}

    static AuditTranslation cmdlet(Change verb) {
        return (record, scene) -> {
            if (record.failed()) {
                AuditSettings.failed(record, scene);
            } else {
                cmdlet(record, scene, verb);
            }
        };
    }

    private static void cmdlet(AuditRecord record, AuditScene scene, Change verb) {
        InboxRuleParameters rule = InboxRuleParameters.of(record::parameter);
        Optional<MailboxAddress> mailbox = scene.ruleOwner(record);
        // A rule cannot be made without something to do: where nothing is named, the export left it out.
        boolean whole = verb == Change.ADDED && !record.isCut() && !rule.actions().isEmpty();
        scene.accept(new MailboxRule(scene.origin(record, mailbox), name(record), !verb.ends() && !switchedOff(record),
                whole ? rule.conditions() : changed(rule), rule.actions(), whole || !rule.isEmpty(), rule.traits(),
                verb, scene.actor(record, mailbox)));
    }

    /** A change that names no condition leaves the old ones, which it does not show. */
    private static List<RuleCondition> changed(InboxRuleParameters rule) {
        boolean unseen = rule.conditions().isEmpty();
        return unseen ? List.of(RuleCondition.of(RuleCondition.Field.OTHER, List.of())) : rule.conditions();
    }

    private static boolean switchedOff(AuditRecord record) {
        return record.parameter("Enabled").filter(CmdletValue::isFalse).isPresent();
    }

    /** The parameter, or what follows the owner in {@code alias\rule}. */
    private static String name(AuditRecord record) {
        for (String option : NAME_OPTIONS) {
            Optional<String> value = record.parameter(option).filter(text -> !text.isEmpty());
            if (value.isPresent()) {
                return option.equals("Name") ? value.get() : ruleName(value.get());
            }
        }
        return ruleName(record.text(AuditField.OBJECT_ID));
    }

    private static String ruleName(String identity) {
        return identity.substring(identity.indexOf('\\') + 1);
    }

    static void outlook(AuditRecord record, AuditScene scene) {
        if (record.failed()) {
            AuditSettings.failed(record, scene);
            return;
        }
        AuditOutlookRule rule = AuditOutlookRule.of(record);
        Set<RuleTrait> traits = EnumSet.of(RuleTrait.FROM_OUTLOOK);
        traits.addAll(rule.traits());
        boolean readable = !rule.actions().isEmpty() || !rule.conditions().isEmpty();
        List<RuleCondition> conditions = new ArrayList<>(rule.conditions());
        if (conditions.isEmpty()) {
            conditions.add(RuleCondition.of(RuleCondition.Field.OTHER, List.of()));
        }
        scene.accept(new MailboxRule(scene.origin(record, scene.owner(record)), rule.name(),
                rule.enabled() && !rule.change().ends(), conditions, rule.actions(), readable, traits, rule.change(),
                scene.visitor(record)));
    }
}
