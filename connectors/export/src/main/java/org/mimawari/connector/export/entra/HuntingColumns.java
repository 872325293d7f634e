package org.mimawari.connector.export.entra;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.export.tree.Tree;

/**
 * Brings sign-ins of Defender's hunting tables ({@code EntraIdSignInEvents}, {@code AADSignInEventsBeta}) to the names
 * of Microsoft Graph. Source: advanced hunting schema reference.
 */
final class HuntingColumns {

    private static final List<Map.Entry<String, String>> NAMES = List.of(Map.entry("Timestamp", "createdDateTime"),
            Map.entry("AccountUpn", "userPrincipalName"), Map.entry("AccountObjectId", "userId"),
            Map.entry("Application", "appDisplayName"), Map.entry("ApplicationId", "appId"),
            Map.entry("ErrorCode", "errorCode"), Map.entry("IPAddress", "ipAddress"), Map.entry("Country", "location"),
            Map.entry("EntraIdDeviceId", "Device ID"), Map.entry("AadDeviceId", "Device ID"),
            Map.entry("IsManaged", "Managed"), Map.entry("IsCompliant", "Compliant"), Map.entry("RequestId", "id"));

    private HuntingColumns() {}

    /** The record under the names of Graph; the same where it is of another make. */
    static Tree renamed(Tree record) {
        if (!record.hasAll("AccountUpn", "ErrorCode", "Application") || !record.has("LogonType")) {
            return record;
        }
        List<Tree.Field> fields = new ArrayList<>();
        for (Map.Entry<String, String> name : NAMES) {
            Tree value = record.at(name.getKey());
            if (!value.isEmpty()) {
                fields.add(new Tree.Field(name.getValue(), value));
            }
        }
        Optional<String> types = record.find("LogonType").filter(type -> type.startsWith("["));
        types.ifPresent(type -> fields.add(new Tree.Field("isInteractive",
                Tree.text(Boolean.toString(!type.contains("nonInteractive"))))));
        return Tree.object(fields).or(record);
    }
}
