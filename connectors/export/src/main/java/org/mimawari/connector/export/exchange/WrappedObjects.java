package org.mimawari.connector.export.exchange;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.export.tree.Tree;

/** Scripts often write a user's objects under the user: {@code {"mailbox":"info@example.jp","rules":[…]}}. */
final class WrappedObjects {

    private static final Set<String> NAMES = Set.of("rules", "inboxRules", "messageRules", "InboxRules", "Rules",
            "mailboxSettings", "messages", "sentItems", "permissions", "Permissions", "grants",
            "oauth2PermissionGrants", "appRoleAssignments", "mailboxPermissions", "Value");

    private static final Map<String, SettingType> EMPTY = Map.of("rules", SettingType.GRAPH_RULE,
            "messageRules", SettingType.GRAPH_RULE, "inboxRules", SettingType.GRAPH_RULE,
            "InboxRules", SettingType.GRAPH_RULE, "Rules", SettingType.GRAPH_RULE,
            "sentItems", SettingType.GRAPH_MESSAGE);

    private WrappedObjects() {}

    /** What was looked for where the record says whose, but the list inside is empty. */
    static Optional<SettingType> emptied(Tree record) {
        boolean named = record.hasAny("mailbox", "userPrincipalName", "user", "upn", "mail", "primarySmtpAddress");
        boolean filled = record.fields().stream()
                .anyMatch(field -> NAMES.contains(field.name()) && !field.value().isEmpty());
        if (!named || filled || SettingType.of(record) != SettingType.UNKNOWN) {
            return Optional.empty();
        }
        return record.fields().stream().flatMap(field -> Optional.ofNullable(EMPTY.get(field.name())).stream())
                .findFirst();
    }

    /** The objects inside, in order; none where it wraps nothing. */
    static List<Tree> of(Tree record) {
        return record.fields().stream().filter(field -> NAMES.contains(field.name()))
                .flatMap(field -> field.value().items().stream()).filter(Tree::isObject).toList();
    }
}
