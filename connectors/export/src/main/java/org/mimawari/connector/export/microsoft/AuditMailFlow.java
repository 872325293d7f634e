package org.mimawari.connector.export.microsoft;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.MailFlowRule;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.SettingTopic;

/** Transport rules, connectors, journal rules, remote domains and the outbound spam policy. */
final class AuditMailFlow {

    private static final List<String> TARGETS = List.of("BlindCopyTo", "CopyTo", "RedirectMessageTo", "AddToRecipients",
            "ModerateMessageByUser", "JournalEmailAddress", "SmartHosts", "DomainName");

    private AuditMailFlow() {}

    static AuditTranslation rule(MailFlowRule.Type type, Change verb) {
        return (record, scene) -> {
            if (record.failed()) {
                AuditSettings.tenant(SettingTopic.OTHER).translate(record, scene);
                return;
            }
            Optional<MailboxAddress> mailbox = scene.user(record);
            scene.accept(new MailFlowRule(scene.origin(record, mailbox), type, name(record),
                    !verb.ends() && record.parameter("Enabled").filter(CmdletValue::isFalse).isEmpty(),
                    targets(record), AuditSettings.parameters(record, name -> true), verb,
                    scene.actor(record, mailbox)));
        };
    }

    private static String name(AuditRecord record) {
        return record.parameter("Name").or(() -> record.parameter("Identity"))
                .orElse(record.text(AuditField.OBJECT_ID));
    }

    private static List<String> targets(AuditRecord record) {
        Set<String> targets = new LinkedHashSet<>();
        TARGETS.forEach(name -> record.parameter(name).filter(CmdletValue::isSet)
                .ifPresent(raw -> targets.addAll(CmdletValue.recipients(raw))));
        return List.copyOf(targets);
    }
}
