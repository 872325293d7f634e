package org.mimawari.connector.export.microsoft;

import java.util.Locale;
import org.mimawari.evidence.SettingTopic;

/** Files opened to more people: links for anybody or the whole company, and invitations to outsiders. */
final class AuditSharing {

    private AuditSharing() {}

    static void link(AuditRecord record, AuditScene scene) {
        AuditSettings.add(record, scene, SettingTopic.SHARING_WIDENED, scene.user(record));
    }

    /** Sharing with a named person, which matters only where that is an outsider. */
    static void person(AuditRecord record, AuditScene scene) {
        String type = record.text(AuditField.TARGET_TYPE).toLowerCase(Locale.ROOT);
        String name = record.text(AuditField.TARGET_NAME).toLowerCase(Locale.ROOT);
        if (type.equals("guest") || type.equals("partner") || name.contains("#ext#") || name.contains("urn:spo:")) {
            link(record, scene);
        }
    }
}
