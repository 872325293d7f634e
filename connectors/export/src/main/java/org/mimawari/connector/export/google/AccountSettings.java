package org.mimawari.connector.export.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.SettingTopic;

/** What the directory knows of an account: its applications, application passwords and itself (Directory API). */
final class AccountSettings {

    private static final List<String> SWITCHES = List.of("suspended", "suspensionReason", "archived", "isEnrolledIn2Sv",
            "isEnforcedIn2Sv", "isAdmin", "isDelegatedAdmin", "isMailboxSetup", "recoveryEmail", "recoveryPhone",
            "lastLoginTime", "creationTime", "changePasswordAtNextLogin", "ipWhitelisted", "orgUnitPath",
            "includeInGlobalAddressList");

    private AccountSettings() {}

    /** A consent that is in force; when it was given is not said. */
    static void token(SettingScene scene) {
        if (!scene.admit("token")) {
            return;
        }
        List<String> scopes = new ArrayList<>();
        JsonTree.texts(scene.setting(), "scopes").forEach(text -> scopes.addAll(Scopes.split(text)));
        scene.accept(new ConnectedApp(scene.origin(), scene.text("clientId", "displayText").orElse("unknown"),
                scene.text("displayText"), scopes, false, Optional.empty(), Change.PRESENT, Actor.UNKNOWN));
    }

    static void applicationPassword(SettingScene scene) {
        if (scene.admit("asp")) {
            scene.change(SettingTopic.APP_PASSWORD_ADDED, "application password", scene.text("name", "codeId"),
                    scene.text("creationTime").flatMap(GmailSettings::millis),
                    GmailSettings.parameters(scene.setting()));
        }
    }

    static void user(SettingScene scene) {
        if (!scene.admit("user")) {
            return;
        }
        List<Parameter> switches = new ArrayList<>();
        SWITCHES.forEach(name -> scene.text(name).ifPresent(value -> switches.add(new Parameter(name, value))));
        // Suspended is not retired: Google also suspends accounts that somebody else sends spam from.
        scene.accept(new MailboxProfile(scene.origin(), scene.isTrue("archived")
                ? MailboxKind.RETIRED : MailboxKind.UNKNOWN,
                JsonTree.text(scene.setting().path("name"), "fullName").or(() -> scene.text("name.fullName")),
                aliases(scene), switches));
    }

    private static List<MailboxAddress> aliases(SettingScene scene) {
        JsonNode user = scene.setting();
        List<String> texts = new ArrayList<>();
        for (String name : List.of("aliases", "nonEditableAliases")) {
            JsonTree.texts(user, name).forEach(text -> texts.addAll(Scopes.split(text)));
        }
        Predicate<String> numbered = name -> name.startsWith("aliases.") || name.startsWith("nonEditableAliases.");
        user.properties().stream().filter(field -> numbered.test(field.getKey()))
                .forEach(field -> texts.add(field.getValue().asText()));
        Set<Optional<MailboxAddress>> own = Set.of(scene.mailbox());
        return texts.stream().map(MailboxAddress::findFull).filter(alias -> !own.contains(alias))
                .flatMap(Optional::stream).distinct().sorted().toList();
    }
}
