package org.mimawari.connector.export.microsoft;

import java.util.HashMap;
import java.util.Map;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.SettingTopic;

/** The operations of Entra ID in the audit log, by the names the directory gives them. */
final class AuditDirectoryOperations {

    private final Map<String, AuditTranslation> found = new HashMap<>();

    private AuditDirectoryOperations() {
        apps();
        accounts();
        secondFactor();
        roles();
        tenant();
    }

    static Map<String, AuditTranslation> all() {
        return new AuditDirectoryOperations().found;
    }

    private void apps() {
        put(AuditApps.app(Change.ADDED), "Consent to application", "Add delegated permission grant",
                "Add OAuth2PermissionGrant", "Add app role assignment to service principal",
                "Add app role assignment grant to user", "Add app role assignment to group", "Add service principal");
        put(AuditApps.app(Change.REMOVED), "Remove delegated permission grant", "Remove OAuth2PermissionGrant",
                "Remove app role assignment from service principal", "Remove app role assignment from user",
                "Remove app role assignment from group", "Remove service principal", "Revoke consent");
        put(AuditApps::credentials, "Add service principal credentials",
                "Update application - Certificates and secrets management",
                "Update service principal - Certificates and secrets management");
        put(AuditSettings.tenantByPeople(SettingTopic.APP_CHANGED), "Add application", "Update application",
                "Delete application", "Update service principal", "Add owner to application",
                "Add owner to service principal");
    }

    private void accounts() {
        put(AuditSettings.directory(SettingTopic.USER_CREATED), "Add user", "Restore user");
        put(AuditSettings.directory(SettingTopic.USER_DELETED), "Delete user", "Hard Delete user");
        put(AuditSettings.directory(SettingTopic.USER_ENABLED), "Enable account");
        put(AuditSettings.directory(SettingTopic.OTHER), "Disable account", "Set force change user password");
        put(AuditSettings.directory(SettingTopic.GUEST_INVITED), "Invite external user");
        put(AuditSettings.directory(SettingTopic.PASSWORD_CHANGED), "Change user password", "Reset user password",
                "Reset password (self-service)", "Reset password (by admin)", "Change password (self-service)");
        put(AuditAccounts::updated, "Update user");
        put(AuditSettings.directory(SettingTopic.DEVICE_REGISTERED), "Add registered owner to device",
                "Add registered users to device");
        put(AuditSettings.directory(SettingTopic.DEVICE_REGISTERED), "Register device", "Add device");
    }

    private void secondFactor() {
        put(AuditAccounts.securityInfo(SettingTopic.SECOND_FACTOR_ADDED), "User registered security info",
                "User registered all required security info", "Admin registered security info",
                "User changed default security info", "Admin updated security info", "User updated security info",
                "Add FIDO2 security key", "Add passkey");
        put(AuditAccounts.securityInfo(SettingTopic.SECOND_FACTOR_REMOVED), "User deleted security info",
                "Admin deleted security info", "Disable Strong Authentication", "Delete FIDO2 security key");
        put(AuditSettings.directory(SettingTopic.APP_PASSWORD_ADDED), "Create app password");
    }

    private void roles() {
        put(AuditSettings.directory(SettingTopic.ROLE_GRANTED), "Add member to role", "Add eligible member to role",
                "Add scoped member to role", "Add member to role completed (PIM activation)",
                "Add member to role in PIM completed (permanent)", "Add member to role in PIM completed (timebound)",
                "Add eligible member to role in PIM completed (permanent)",
                "Add eligible member to role in PIM completed (timebound)", "Add role assignment to role definition",
                "Add member to role outside of PIM (permanent)");
        put(AuditSettings.directory(SettingTopic.ROLE_REMOVED), "Remove member from role",
                "Remove eligible member from role", "Remove scoped member from role",
                "Remove member from role completed (PIM deactivate)",
                "Remove member from role in PIM completed (permanent)",
                "Remove member from role in PIM completed (timebound)");
    }

    private void tenant() {
        put(AuditSettings.tenant(SettingTopic.IDENTITY_PROVIDER_CHANGED), "Set domain authentication",
                "Set federation settings on domain", "Add partner to company", "Create federated identity provider",
                "Add identity provider", "Update identity provider", "Set DirSyncEnabled flag");
        put(AuditSettings.tenant(SettingTopic.DOMAIN_CHANGED), "Add unverified domain", "Add verified domain",
                "Add domain to company", "Remove domain from company", "Remove verified domain",
                "Remove unverified domain", "Verify domain", "Update domain");
        put(AuditSettings.tenantByPeople(SettingTopic.POLICY_CHANGED), "Add policy", "Update policy", "Delete policy",
                "Add conditional access policy", "Update conditional access policy", "Delete conditional access policy",
                "Add named location", "Update named location", "Delete named location", "Update authorization policy",
                "Authentication Methods Policy Update", "Disable directory feature", "Enable directory feature",
                "Update security defaults", "Set company information", "Update company settings");
    }

    private void put(AuditTranslation translation, String... names) {
        for (String name : names) {
            found.put(name, translation);
        }
    }
}
