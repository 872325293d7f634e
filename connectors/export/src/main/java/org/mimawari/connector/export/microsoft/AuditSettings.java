package org.mimawari.connector.export.microsoft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;

/** Records whose meaning is their topic: who changed what. */
final class AuditSettings {

    private static final int LONGEST = 2_000;

    private AuditSettings() {}

    /** A directory operation about an account. */
    static AuditTranslation directory(SettingTopic topic) {
        return (record, scene) -> add(record, scene, topic, scene.subject(record));
    }

    /** A cmdlet on a mailbox. */
    static AuditTranslation cmdlet(SettingTopic topic) {
        return (record, scene) -> add(record, scene, topic,
                scene.target(record, "Identity", "Mailbox", "User", "Member", "SourceMailbox"));
    }

    /** An operation on the tenant: the mailbox is the actor's. */
    static AuditTranslation tenant(SettingTopic topic) {
        return (record, scene) -> add(record, scene, topic, scene.user(record));
    }

    /** As {@link #tenant}, but nothing where the service itself did it. */
    static AuditTranslation tenantByPeople(SettingTopic topic) {
        return (record, scene) -> {
            if (!scene.isSystem(record)) {
                add(record, scene, topic, scene.user(record));
            }
        };
    }

    /** What was tried and did not succeed. */
    static void failed(AuditRecord record, AuditScene scene) {
        add(record, scene, SettingTopic.OTHER, scene.target(record, "Identity", "Mailbox"));
    }

    static void add(AuditRecord record, AuditScene scene, SettingTopic topic, Optional<MailboxAddress> mailbox) {
        add(record, scene, topic, mailbox, parameters(record, name -> true));
    }

    static void add(AuditRecord record, AuditScene scene, SettingTopic topic, Optional<MailboxAddress> mailbox,
            List<Parameter> parameters) {
        scene.accept(new SettingChange(scene.origin(record, mailbox), topic, record.text(AuditField.OPERATION).strip(),
                target(record), parameters, !record.failed(), scene.actor(record, mailbox)));
    }

    /** The values set, by cmdlet parameters or modified properties, with those of these names; secrets are masked. */
    static List<Parameter> parameters(AuditRecord record, Predicate<String> wanted) {
        List<Parameter> found = new ArrayList<>();
        for (AuditField list : List.of(AuditField.PARAMETERS, AuditField.MODIFIED, AuditField.EXTENDED)) {
            for (AuditProperty property : record.properties(list)) {
                if (wanted.test(property.name())) {
                    found.add(new Parameter(property.name(), shown(property)));
                }
            }
        }
        record.find(AuditField.TARGET_NAME).ifPresent(name -> found.add(new Parameter("TargetUserOrGroupName", name)));
        record.find(AuditField.TARGET_TYPE).ifPresent(type -> found.add(new Parameter("TargetUserOrGroupType", type)));
        return found;
    }

    private static String shown(AuditProperty property) {
        String name = property.name().toLowerCase(Locale.ROOT);
        boolean secret = name.equals("password") || name.endsWith("secret") || name.equals("credential");
        String value = property.value();
        return secret ? "***" : value.length() <= LONGEST ? value : value.substring(0, LONGEST);
    }

    private static Optional<String> target(AuditRecord record) {
        return record.find(AuditField.OBJECT_ID).or(() -> record.parameter("Identity"))
                .filter(text -> !text.isEmpty() && !text.equals("Not Available"))
                .map(text -> text.length() <= LONGEST ? text : text.substring(0, LONGEST));
    }
}
