package org.mimawari.connector.export.microsoft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.SettingTopic;

/** {@code Update user.} and the security info records: the operation alone does not say what happened. */
final class AuditAccounts {

    private static final List<String> IDS =
            List.of("MethodType", "Id", "DeviceToken", "DeviceTag", "DeviceName", "PhoneNumber");
    private static final List<String> RECOVERY = List.of("AlternateEmailAddresses", "OtherMail",
            "OtherMails", "AlternateEmailAddress");
    private static final List<String> PHONES = List.of("PhoneNumber", "AlternativePhoneNumber", "VoiceOnlyPhoneNumber");

    private AuditAccounts() {}

    /** Compares the old and the new value of what signs a user in. */
    static void updated(AuditRecord record, AuditScene scene) {
        Optional<MailboxAddress> mailbox = scene.subject(record);
        Set<SettingTopic> topics = new TreeSet<>();
        for (AuditProperty property : record.properties(AuditField.MODIFIED)) {
            compare(property, topics);
        }
        topics.forEach(topic -> AuditSettings.add(record, scene, topic, mailbox));
        if (topics.isEmpty() && record.isCut()) {
            AuditSettings.add(record, scene, SettingTopic.OTHER, mailbox);
        }
    }

    private static void compare(AuditProperty property, Set<SettingTopic> topics) {
        switch (property.name()) {
            case "StrongAuthenticationMethod", "StrongAuthenticationPhoneAppDetail" -> {
                addUnless(ids(property.value()), ids(property.old()), SettingTopic.SECOND_FACTOR_ADDED, topics);
                addUnless(ids(property.old()), ids(property.value()), SettingTopic.SECOND_FACTOR_REMOVED, topics);
            }
            case "StrongAuthenticationUserDetails" -> details(property, topics);
            case "StrongAuthenticationRequirement" -> {
                if (isEmptyList(property.value()) && !isEmptyList(property.old())) {
                    topics.add(SettingTopic.SECOND_FACTOR_REMOVED);
                }
            }
            case "AccountEnabled" -> {
                if (property.value().toLowerCase(Locale.ROOT).contains("true")
                        && property.old().toLowerCase(Locale.ROOT).contains("false")) {
                    topics.add(SettingTopic.USER_ENABLED);
                }
            }
            default -> {
                if (RECOVERY.contains(property.name()) && !property.value().equals(property.old())) {
                    topics.add(SettingTopic.RECOVERY_CHANGED);
                }
            }
        }
    }

    private static void details(AuditProperty property, Set<SettingTopic> topics) {
        JsonNode now = first(property.value());
        JsonNode before = first(property.old());
        for (String phone : PHONES) {
            String number = text(now, phone);
            if (!number.equals(text(before, phone))) {
                topics.add(number.isEmpty() ? SettingTopic.SECOND_FACTOR_REMOVED : SettingTopic.SECOND_FACTOR_ADDED);
            }
        }
        if (!text(now, "Email").equals(text(before, "Email"))) {
            topics.add(SettingTopic.RECOVERY_CHANGED);
        }
    }

    private static void addUnless(Set<String> these, Set<String> those, SettingTopic topic, Set<SettingTopic> topics) {
        if (!those.containsAll(these)) {
            topics.add(topic);
        }
    }

    /** What tells one method from another; counters and times of use change without anybody's doing. */
    private static Set<String> ids(String list) {
        Set<String> ids = new HashSet<>();
        for (JsonNode method : AuditJson.tree(list)) {
            IDS.stream().map(name -> text(method, name)).filter(text -> !text.isEmpty()).findFirst()
                    .ifPresent(ids::add);
        }
        return ids;
    }

    private static boolean isEmptyList(String list) {
        return AuditJson.tree(list).isEmpty();
    }

    private static JsonNode first(String list) {
        JsonNode tree = AuditJson.tree(list);
        return tree.isArray() ? tree.path(0) : tree;
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isNull() ? "" : value.asText();
    }

    /** {@code User registered security info} and its kin; an app password is told by its method. */
    static AuditTranslation securityInfo(SettingTopic topic) {
        return (record, scene) -> {
            boolean appPassword = topic == SettingTopic.SECOND_FACTOR_ADDED && mentions(record, "app password");
            AuditSettings.add(record, scene, appPassword ? SettingTopic.APP_PASSWORD_ADDED : topic,
                    scene.subject(record));
        };
    }

    private static boolean mentions(AuditRecord record, String words) {
        return record.text(AuditField.REASON).toLowerCase(Locale.ROOT).contains(words)
                || AuditSettings.parameters(record, name -> true).stream()
                        .anyMatch(p -> p.value().toLowerCase(Locale.ROOT).contains(words));
    }
}
