package org.mimawari.connector.export.google;

import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.Delegation;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.SendAsAddress;
import org.mimawari.evidence.SettingTopic;

/** What an administrator sets for one user's mail: another address, delegates, forwarding. */
final class PersonalSettings {

    private PersonalSettings() {}

    static boolean isPersonal(Scene scene) {
        String name = scene.event().word();
        return scene.named("USER_EMAIL").isPresent() && (name.contains("nickname") || name.contains("user_alias")
                || name.contains("delegate") && !name.contains("admin") || name.contains("forward"));
    }

    static void translate(Scene scene) {
        String name = scene.event().word();
        Optional<MailboxAddress> owner = scene.affected();
        Change change = name.contains("delete") || name.contains("remove") ? Change.REMOVED : Change.ADDED;
        if (name.contains("nickname") || name.contains("alias")) {
            scene.parameters().find("USER_NICKNAME", "USER_ALIAS", "NEW_VALUE").ifPresentOrElse(
                    alias -> scene.accept(new SendAsAddress(scene.origin(owner), alias, Optional.empty(),
                            Optional.empty(), Optional.empty(), true, change, scene.actor(owner))),
                    () -> scene.setting(SettingTopic.OTHER));
        } else if (name.contains("delegate")) {
            scene.accept(new Delegation(scene.origin(owner),
                    scene.parameters().find("DELEGATE_EMAIL", "DELEGATE", "NEW_VALUE").orElse("unknown"),
                    List.of("delegate"), Optional.empty(), change, scene.actor(owner)));
        } else {
            scene.accept(new ForwardingSetting(scene.origin(owner),
                    scene.parameters().find("FORWARDING_ADDRESS", "DESTINATION_EMAIL", "NEW_VALUE").orElse("unknown"),
                    scene.event().title(), Optional.empty(), !change.ends(), true, change, scene.actor(owner)));
        }
    }
}
