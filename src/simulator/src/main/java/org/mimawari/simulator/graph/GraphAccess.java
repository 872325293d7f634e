package org.mimawari.simulator.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the application may read and what the tenant has paid for.
 *
 * @param permissions application permissions, by name
 * @param premium whether the tenant has Entra ID P1
 */
public record GraphAccess(Set<String> permissions, boolean premium) {

    private static final List<Map.Entry<String, String>> NEEDED = List.of(
            Map.entry("/messageRules", "MailboxSettings.Read"), Map.entry("/mailboxSettings", "MailboxSettings.Read"),
            Map.entry("/messages", "Mail.ReadBasic.All"), Map.entry("/mailFolders", "Mail.ReadBasic.All"),
            Map.entry("/authentication/methods", "UserAuthenticationMethod.Read.All"),
            Map.entry("auditLogs/", "AuditLog.Read.All"), Map.entry("reports/authenticationMethods", "AuditLog.Read.All"),
            Map.entry("oauth2PermissionGrants", "Directory.Read.All"),
            Map.entry("servicePrincipals", "Application.Read.All"), Map.entry("domains", "Domain.Read.All"),
            Map.entry("identityProtection/riskDetections", "IdentityRiskEvent.Read.All"),
            Map.entry("identityProtection/riskyUsers", "IdentityRiskyUser.Read.All"),
            Map.entry("admin/exchange/tracing", "ExchangeMessageTrace.Read.All"),
            Map.entry("InvokeCommand", "Exchange.ManageAsApp"), Map.entry("security/auditLog", "AuditLogsQuery-Exchange.Read.All"),
            Map.entry("directory/deletedItems", "User.Read.All"), Map.entry("users", "User.Read.All"));

    public GraphAccess {
        permissions = Set.copyOf(permissions);
    }

    /** Everything, in a tenant with all licences. */
    public static GraphAccess full() {
        Set<String> all = new TreeSet<>();
        NEEDED.forEach(entry -> all.add(entry.getValue()));
        return new GraphAccess(all, true);
    }

    public GraphAccess without(String permission) {
        Set<String> left = new TreeSet<>(permissions);
        left.remove(permission);
        return new GraphAccess(left, premium);
    }

    public GraphAccess withoutPremium() {
        return new GraphAccess(permissions, false);
    }

    /** How the request is refused, if it is. */
    Optional<GraphReply> refusal(String list) {
        Optional<String> needed = NEEDED.stream().filter(entry -> list.contains(entry.getKey())).map(Map.Entry::getValue)
                .findFirst();
        if (needed.filter(permission -> !permissions.contains(permission)).isPresent()) {
            return Optional.of(list.startsWith("users/") && needed.get().startsWith("Mail")
                    ? GraphReply.error(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.")
                    : GraphReply.error(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation."));
        }
        boolean paid = list.equals("auditLogs/signIns") || list.startsWith("reports/")
                || list.startsWith("identityProtection/");
        return paid && !premium ? Optional.of(GraphReply.error(403, "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
                "Neither tenant is B2C or tenant doesn't have premium license")) : Optional.empty();
    }
}
