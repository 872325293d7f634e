package org.mimawari.connector.export.google;

import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.SettingTopic;

/**
 * Changes that people make to their own accounts; they stand in the log {@code user_accounts} and, the same ones, in
 * {@code login}.
 */
final class AccountChanges {

    private static final String FORWARDING = "email_forwarding_out_of_domain";
    private static final Map<String, SettingTopic> TOPICS = Map.ofEntries(
            Map.entry("2sv_enroll", SettingTopic.SECOND_FACTOR_ADDED),
            Map.entry("2sv_disable", SettingTopic.SECOND_FACTOR_REMOVED),
            Map.entry("titanium_enroll", SettingTopic.SECOND_FACTOR_ADDED),
            Map.entry("titanium_unenroll", SettingTopic.SECOND_FACTOR_REMOVED),
            Map.entry("password_edit", SettingTopic.PASSWORD_CHANGED));

    private AccountChanges() {}

    /** What a change of this name is about; empty where the name is none of an account change. */
    static Optional<SettingTopic> topic(String name) {
        if (name.startsWith("recovery_")) {
            return Optional.of(SettingTopic.RECOVERY_CHANGED);
        }
        if (name.startsWith("passkey_") || name.startsWith("security_key_") || name.startsWith("2sv_")
                || name.startsWith("titanium_")) {
            return Optional.of(TOPICS.getOrDefault(name, keyTopic(name)));
        }
        if (name.contains("app_password") || name.startsWith("asp_")) {
            boolean gone = isRemoval(name);
            return Optional.of(gone ? SettingTopic.OTHER : SettingTopic.APP_PASSWORD_ADDED);
        }
        return Optional.ofNullable(TOPICS.get(name));
    }

    static boolean isInBothLogs(String name) {
        return topic(name).isPresent() || name.equals(FORWARDING);
    }

    static boolean isForwarding(String name) {
        return name.equals(FORWARDING);
    }

    static void change(Scene scene) {
        topic(scene.event().word()).ifPresent(topic -> scene.setting(topic, owner(scene)));
    }

    /** Google tells of forwarding only where it leads out of the domain, and only once it works. */
    static void forwarding(Scene scene) {
        Optional<String> target = scene.parameters().find("email_forwarding_destination_address",
                "forwarding_address", "destination_address");
        Optional<MailboxAddress> owner = owner(scene);
        scene.accept(new ForwardingSetting(scene.origin(owner), target.orElse("unknown"), FORWARDING, Optional.empty(),
                true, true, Change.ADDED, scene.actor(owner)));
    }

    static void blockedSender(Scene scene) {
        scene.setting(SettingTopic.JUNK_SETTINGS, scene.actor());
    }

    /** {@code risky_sensitive_action_allowed} and {@code _blocked}. */
    static void sensitiveAction(Scene scene) {
        scene.setting(SettingTopic.OTHER, scene.actor());
    }

    private static Optional<MailboxAddress> owner(Scene scene) {
        return scene.actor().or(scene::affected);
    }

    private static SettingTopic keyTopic(String name) {
        return isRemoval(name) ? SettingTopic.SECOND_FACTOR_REMOVED : SettingTopic.SECOND_FACTOR_ADDED;
    }

    private static boolean isRemoval(String name) {
        return name.contains("remov") || name.contains("disable") || name.contains("unenroll")
                || name.contains("delet") || name.contains("revok");
    }
}
