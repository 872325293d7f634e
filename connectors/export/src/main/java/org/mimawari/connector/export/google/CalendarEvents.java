package org.mimawari.connector.export.google;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.SettingTopic;

/** Calendars and groups opened to outsiders (Reports API, calendar and groups activity events). */
final class CalendarEvents {

    private static final Set<String> NOBODY = Set.of("none", "");

    private CalendarEvents() {}

    static void calendar(Scene scene) {
        String name = scene.event().word();
        if (name.contains("acl")) {
            scene.setting(opens(scene) ? SettingTopic.SHARING_WIDENED : SettingTopic.OTHER, scene.actor());
        } else if (name.contains("export")) {
            scene.setting(SettingTopic.OTHER, scene.actor());
        }
    }

    private static boolean opens(Scene scene) {
        EventParameters parameters = scene.parameters();
        if (NOBODY.contains(parameters.word("access_level"))) {
            return false;
        }
        String grantee = parameters.word("grantee_email");
        return grantee.startsWith("__public_principal__") || grantee.equals("default")
                || DriveEvents.isForeign(grantee, owner(scene), scene);
    }

    private static Optional<String> owner(Scene scene) {
        return scene.parameters().find("calendar_id").or(() -> scene.activity().actor().name());
    }

    static void group(Scene scene) {
        String name = scene.event().word();
        boolean permission = name.contains("acl") || name.contains("setting") || name.contains("permission");
        if (permission) {
            scene.setting(isOpened(scene) ? SettingTopic.SHARING_WIDENED : SettingTopic.OTHER, scene.actor());
        } else if (name.contains("ban") || name.contains("member") || name.contains("delete")
                || name.contains("role")) {
            Optional<MailboxAddress> who = scene.actor();
            boolean outsider = name.contains("add") && scene.parameters().find("member_id", "user_email", "target_user")
                    .filter(to -> DriveEvents.isForeign(to, scene.activity().actor().name(), scene)).isPresent();
            scene.setting(outsider ? SettingTopic.SHARING_WIDENED : SettingTopic.OTHER, who);
        }
    }

    private static boolean isOpened(Scene scene) {
        String now = String.join(" ", scene.parameters().all("new_value")).toLowerCase(Locale.ROOT) + " "
                + scene.parameters().word("new_value_repeated", "value");
        String before = String.join(" ", scene.parameters().all("old_value")).toLowerCase(Locale.ROOT) + " "
                + scene.parameters().word("old_value_repeated");
        return isForAnybody(now) && !isForAnybody(before);
    }

    private static boolean isForAnybody(String text) {
        return text.contains("anyone") || text.contains("public") || text.contains("external")
                || text.contains("everyone");
    }
}
