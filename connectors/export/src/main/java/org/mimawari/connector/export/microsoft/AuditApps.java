package org.mimawari.connector.export.microsoft;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.SettingTopic;

/** Consents, grants and service principals, and the credentials of applications. */
final class AuditApps {

    private static final int MOST_SCOPES = 200;

    private AuditApps() {}

    static AuditTranslation app(Change change) {
        return (record, scene) -> {
            if (record.failed()) {
                AuditSettings.tenant(SettingTopic.OTHER).translate(record, scene);
                return;
            }
            Optional<MailboxAddress> mailbox = scene.user(record).or(() -> scene.subject(record));
            scene.accept(new ConnectedApp(scene.origin(record, mailbox), appId(record), name(record), scopes(record),
                    tenantWide(record), Optional.empty(), change, scene.actor(record, mailbox)));
        };
    }

    /** Adds credentials, unless the record shows that the new list holds no key that the old one lacked. */
    static void credentials(AuditRecord record, AuditScene scene) {
        boolean added = true;
        for (AuditProperty property : record.properties(AuditField.MODIFIED)) {
            if (property.name().equalsIgnoreCase("KeyDescription")) {
                added = keys(property.value()).stream().anyMatch(key -> !property.old().contains(key));
            }
        }
        AuditSettings.add(record, scene, added ? SettingTopic.APP_CREDENTIAL_ADDED : SettingTopic.APP_CHANGED,
                scene.user(record));
    }

    private static List<String> keys(String description) {
        return values(description, "KeyIdentifier=");
    }

    /** The client application; of a grant the target is the resource, so its client's properties come first. */
    private static String appId(AuditRecord record) {
        for (String name : List.of("ServicePrincipal.AppId", "ServicePrincipal.Name", "AppId",
                "TargetId.ServicePrincipalNames", "ServicePrincipal.ObjectID")) {
            String value = firstOf(modified(record, name));
            if (!value.isEmpty()) {
                return value;
            }
        }
        return record.find(AuditField.OBJECT_ID).filter(id -> !id.equals("Not Available")).map(AuditApps::firstOf)
                .or(() -> target(record, "4")).or(() -> target(record, "2")).orElse("");
    }

    private static Optional<String> name(AuditRecord record) {
        String display = modified(record, "ServicePrincipal.DisplayName");
        display = display.isEmpty() ? modified(record, "DisplayName") : display;
        return display.isEmpty() ? target(record, "1") : Optional.of(firstOf(display));
    }

    /** Targets are typed: 1 is a name, 2 another id, 4 a service principal's name (schema IdentityTypeValuePair). */
    private static Optional<String> target(AuditRecord record, String type) {
        return record.properties(AuditField.TARGET).stream().filter(property -> property.name().equals(type))
                .map(AuditProperty::value).filter(text -> !text.isEmpty()).findFirst();
    }

    private static List<String> scopes(AuditRecord record) {
        Set<String> scopes = new LinkedHashSet<>();
        String permissions = modified(record, "ConsentAction.Permissions");
        int now = permissions.lastIndexOf("=>");
        for (String list : values(permissions.substring(now < 0 ? 0 : now + 2), "Scope: ")) {
            addWords(scopes, list);
        }
        addWords(scopes, modified(record, "DelegatedPermissionGrant.Scope"));
        addWords(scopes, firstOf(modified(record, "AppRole.Value")));
        return List.copyOf(scopes);
    }

    private static void addWords(Set<String> scopes, String list) {
        for (String word : list.replace('"', ' ').replace(';', ' ').strip().split("\\s+")) {
            if (!word.isEmpty() && scopes.size() < MOST_SCOPES) {
                scopes.add(word);
            }
        }
    }

    private static boolean tenantWide(AuditRecord record) {
        String operation = record.text(AuditField.OPERATION);
        boolean appOnly = operation.regionMatches(true, 0, "Add app role assignment to service principal", 0, 44);
        return appOnly || modified(record, "ConsentAction.Permissions").contains("AllPrincipals")
                || modified(record, "DelegatedPermissionGrant.ConsentType").contains("AllPrincipals")
                || isTrue(record, "ConsentContext.OnBehalfOfAll") || isTrue(record, "ConsentContext.IsAppOnly");
    }

    private static boolean isTrue(AuditRecord record, String name) {
        return CmdletValue.isTrue(firstOf(modified(record, name)));
    }

    private static String modified(AuditRecord record, String name) {
        String value = record.property(AuditField.MODIFIED, name);
        return value.isEmpty() ? record.property(AuditField.EXTENDED, name) : value;
    }

    /** The first of {@code "a;b"} or {@code ["a"]}, without quotes and brackets. */
    private static String firstOf(String raw) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == ';' || c == ',') {
                break;
            }
            if ("\"[]\r\n".indexOf(c) < 0) {
                text.append(c);
            }
        }
        return text.toString().strip();
    }

    /** What stands behind each occurrence of a label, up to the next comma or bracket. */
    private static List<String> values(String text, String label) {
        Set<String> found = new LinkedHashSet<>();
        int at = text.indexOf(label);
        while (at >= 0 && found.size() < MOST_SCOPES) {
            int from = at + label.length();
            int to = from;
            while (to < text.length() && ",]".indexOf(text.charAt(to)) < 0) {
                to++;
            }
            found.add(text.substring(from, to).strip());
            at = text.indexOf(label, to);
        }
        return List.copyOf(found);
    }
}
