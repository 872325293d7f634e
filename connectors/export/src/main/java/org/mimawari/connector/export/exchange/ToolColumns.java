package org.mimawari.connector.export.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.export.tree.Tree;

/**
 * Brings tables of collection scripts, which give the properties of cmdlets and of Graph names of their own, to the
 * names of the source. Known are those of Microsoft-Extractor-Suite, Hawk and the permission reports both grew from.
 */
final class ToolColumns {

    private static final Map<String, String> OF_RULES = Map.of("UserName", "Mailbox", "User", "Mailbox",
            "RuleName", "Name", "RuleEnabled", "Enabled", "TextDescription", "Description");

    private ToolColumns() {}

    /** The record under the source's own names; the same where it has them. */
    static Tree renamed(Tree record) {
        if (record.has("RuleName") && record.hasAny("RuleEnabled", "TextDescription", "ForwardTo", "MoveToFolder")) {
            return Tree.object(record.fields().stream().map(ToolColumns::ofRule).toList());
        }
        if (record.hasAll("PermissionType", "ClientObjectId") && record.hasAny("Permission", "ConsentType")) {
            return permission(record);
        }
        return record;
    }

    private static Tree.Field ofRule(Tree.Field field) {
        return new Tree.Field(OF_RULES.getOrDefault(field.name(), field.name()), field.value());
    }

    /** A grant of a user or administrator, or a permission of an application of its own. */
    private static Tree permission(Tree record) {
        boolean application = record.find("PermissionType").filter("Application"::equalsIgnoreCase).isPresent();
        List<Tree.Field> fields = new ArrayList<>();
        Optional<String> client = record.find("AppId", "ApplicationId", "ClientObjectId");
        put(fields, application ? "principalId" : "clientId", client);
        put(fields, application ? "appRoleId" : "scope", record.find("Permission", "Scope"));
        put(fields, application ? "principalDisplayName" : "clientDisplayName",
                record.find("ClientDisplayName", "AppDisplayName"));
        put(fields, "resourceId", record.find("ResourceObjectId"));
        if (application) {
            put(fields, "principalType", Optional.of("ServicePrincipal"));
        } else {
            put(fields, "consentType", record.find("ConsentType"));
            put(fields, "principalId", record.find("PrincipalUserPrincipalName", "PrincipalObjectId"));
        }
        put(fields, "createdDateTime", record.find("CreatedDateTime", "Created"));
        return Tree.object(fields);
    }

    private static void put(List<Tree.Field> fields, String name, Optional<String> value) {
        fields.add(new Tree.Field(name, Tree.text(value.orElse(""))));
    }
}
