package org.mimawari.connector.export.exchange;

import java.util.List;
import java.util.Set;
import org.mimawari.connector.export.tree.Tree;

/** Scripts often write a user's objects under the user: {@code {"mailbox":"info@example.jp","rules":[…]}}. */
final class WrappedObjects {

    private static final Set<String> NAMES = Set.of("rules", "inboxRules", "messageRules", "InboxRules", "Rules",
            "mailboxSettings", "messages", "sentItems", "permissions", "Permissions", "grants",
            "oauth2PermissionGrants", "appRoleAssignments", "mailboxPermissions", "Value");

    private WrappedObjects() {}

    /** The objects inside, in order; none where it wraps nothing. */
    static List<Tree> of(Tree record) {
        return record.fields().stream().filter(field -> NAMES.contains(field.name()))
                .flatMap(field -> field.value().items().stream()).filter(Tree::isObject).toList();
    }
}
