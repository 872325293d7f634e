package org.mimawari.connector.export.google;

import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailSearch;
import org.mimawari.evidence.ProviderAlert.Topic;
import org.mimawari.evidence.SettingTopic;

/** Logs of which only little concerns mailboxes: rules, Vault, Takeout, Google's own access. */
final class OtherEvents {

    private static final Set<String> NOTHING_DONE = Set.of("", "[]", "null", "{}");

    private OtherEvents() {}

    /** A rule of the organisation (data protection, activity) matched; without an action it only took note. */
    static void rule(Scene scene) {
        EventParameters parameters = scene.parameters();
        boolean acted = !NOTHING_DONE.contains(parameters.word("triggered_actions", "TRIGGERED_ACTIONS"))
                || scene.event().word().contains("trigger") || scene.event().word().contains("action");
        String title = "rule triggered" + parameters.find("rule_name").map(name -> ": " + name).orElse("");
        scene.alert(acted ? Topic.RULE_TRIGGERED : Topic.OTHER, acted ? title : "rule matched without an action",
                severity(parameters.word("severity")), scene.actor().or(scene::affected));
    }

    private static String severity(String word) {
        return word.isEmpty() ? "medium" : word;
    }

    /** Somebody at Google opened the organisation's data (Access Transparency). */
    static void accessByGoogle(Scene scene) {
        scene.alert(Topic.OTHER, "data accessed by Google staff", "medium",
                scene.named("OWNER_EMAIL", "owner_email", "resource_owner").or(scene::affected));
    }

    static void vault(Scene scene) {
        String name = scene.event().word();
        if (name.contains("export") && !name.contains("view") && !name.contains("delete")) {
            scene.setting(SettingTopic.DATA_EXPORT, scene.actor());
        } else if (name.contains("search") || name.contains("count")) {
            String query = scene.parameters().find("query", "QUERY", "terms").orElse("");
            scene.accept(new MailSearch(scene.origin(scene.actor()), query, scene.actor(Optional.empty())));
        } else if (name.contains("hold") && (name.contains("delete") || name.contains("remove"))) {
            scene.setting(SettingTopic.OTHER, scene.actor());
        }
    }

    /** An account's own copy of all its data. */
    static void takeout(Scene scene) {
        scene.setting(SettingTopic.DATA_EXPORT, scene.actor().or(scene::affected));
    }

    static void migration(Scene scene) {
        if (scene.event().word().contains("start") || scene.event().word().contains("create")
                || scene.event().word().contains("export")) {
            scene.setting(SettingTopic.OTHER, scene.actor());
        }
    }
}
