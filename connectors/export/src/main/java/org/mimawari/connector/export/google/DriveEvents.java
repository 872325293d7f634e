package org.mimawari.connector.export.google;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.SettingTopic;

/** Files opened to more people, given away, deleted or downloaded (Reports API, Drive activity events). */
final class DriveEvents {

    private static final Set<String> DELETIONS = Set.of("delete", "trash", "empty_trash", "deny_access_request_delete");
    private static final Set<String> DOWNLOADS = Set.of("download", "export", "print", "source_copy");
    private static final Set<String> CHANGES = Set.of("edit", "upload", "create", "move", "copy");
    private static final Set<String> OPEN = Set.of("people_with_link", "public_on_the_web", "shared_externally");
    private static final Set<String> ANYBODY = Set.of("people_with_link", "public_on_the_web");
    private static final Set<String> NARROW = Set.of("none", "private");
    private static final List<String> SHARING = List.of("change_user_access", "change_document_visibility",
            "change_document_access_scope", "change_acl_editors", "shared_drive_membership_change",
            "team_drive_membership_change", "shared_drive_settings_change", "publish_change", "sheets_import");

    private DriveEvents() {}

    static void translate(Scene scene) {
        String name = scene.event().word();
        if (DELETIONS.contains(name)) {
            scene.setting(SettingTopic.OTHER, scene.actor());
            scene.session().bursts().saw(scene, "bulk deletion of files", SettingTopic.DATA_REMOVED);
        } else if (DOWNLOADS.contains(name)) {
            scene.setting(SettingTopic.OTHER, scene.actor());
            scene.session().bursts().saw(scene, "bulk download of files", SettingTopic.DATA_EXPORT);
        } else if (name.contains("change_owner") || name.contains("owner_change")) {
            givenAway(scene);
        } else if (SHARING.stream().anyMatch(name::startsWith) || scene.event().typeWord().equals("acl_change")) {
            shared(scene);
        } else if (CHANGES.contains(name) && ANYBODY.contains(scene.parameters().word("visibility"))) {
            scene.setting(SettingTopic.OTHER, scene.actor());
        }
    }

    /** What a folder passes on to the files in it was told at the folder. */
    private static void shared(Scene scene) {
        EventParameters parameters = scene.parameters();
        String change = parameters.word("visibility_change");
        boolean passedOn = scene.event().word().endsWith("_hierarchy_reconciled") && !change.equals("external");
        boolean wider = change.equals("external") || change.isEmpty() && (isOutside(parameters, scene)
                || parameters.all("new_value").stream().anyMatch(ANYBODY::contains)
                || OPEN.contains(parameters.word("visibility")) && !OPEN.contains(parameters.word("old_visibility"))
                && parameters.isGiven("old_visibility"));
        boolean takenAway = NARROW.contains(parameters.word("new_value"));
        scene.setting(wider && !passedOn && !takenAway ? SettingTopic.SHARING_WIDENED : SettingTopic.OTHER,
                scene.actor());
    }

    private static void givenAway(Scene scene) {
        Optional<String> before = scene.parameters().find("owner").or(() -> scene.activity().actor().name());
        Optional<String> after = scene.parameters().find("new_owner");
        boolean outside = after.filter(to -> isForeign(to, before, scene)).isPresent();
        scene.setting(outside ? SettingTopic.SHARING_WIDENED : SettingTopic.OTHER, scene.actor());
    }

    private static boolean isOutside(EventParameters parameters, Scene scene) {
        return parameters.find("target_user", "target").filter(to -> isForeign(to, parameters.find("owner")
                .or(() -> scene.activity().actor().name()), scene)).isPresent();
    }

    /** Of another domain than the organisation's, or where that is unknown, than the owner's. */
    static boolean isForeign(String address, Optional<String> owner, Scene scene) {
        Optional<String> domain = MailboxAddress.findFull(address).map(MailboxAddress::domain);
        if (domain.isEmpty()) {
            return false;
        }
        if (!scene.own().isEmpty()) {
            return !scene.own().contains(domain.get());
        }
        return owner.flatMap(MailboxAddress::findFull).filter(from -> !from.domain().equals(domain.get())).isPresent();
    }
}
