package org.mimawari.connector.microsoft365.collect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mimawari.connector.microsoft365.graph.Service;
import org.mimawari.evidence.EvidenceKind;

/**
 * The kinds of evidence that are asked for, with the smallest application permission each one needs and what a first,
 * cheap look at it is. Source: Microsoft's permissions reference and service-specific limits.
 */
public enum Kind {
    USERS("users", "User.Read.All", Service.DIRECTORY, "/v1.0/users?$top=1&$select=id", EvidenceKind.MAILBOX_PROFILE),
    DOMAINS("domains", "Domain.Read.All", Service.DIRECTORY, "/v1.0/domains?$select=id", EvidenceKind.MAILBOX_PROFILE),
    RULES("rules", "MailboxSettings.Read", Service.OUTLOOK, "/v1.0/users/{user}/mailFolders/inbox/messageRules?$top=1",
            EvidenceKind.MAILBOX_RULE),
    SETTINGS("auto-replies", "MailboxSettings.Read", Service.OUTLOOK, "/v1.0/users/{user}/mailboxSettings",
            EvidenceKind.AUTO_REPLY),
    SENT("sent", "Mail.ReadBasic.All", Service.OUTLOOK, "/v1.0/users/{user}/mailFolders/sentitems/messages?$top=1&$select=id",
            EvidenceKind.SENT_MESSAGE),
    DELETED("deleted", "Mail.ReadBasic.All", Service.OUTLOOK,
            "/v1.0/users/{user}/mailFolders/recoverableitemsdeletions/messages?$top=1&$select=id", EvidenceKind.SENT_MESSAGE),
    SIGN_INS("sign-ins", "AuditLog.Read.All", Service.REPORTS, "/v1.0/auditLogs/signIns?$top=1", EvidenceKind.SIGN_IN),
    QUIET_SIGN_INS("non-interactive-sign-ins", "AuditLog.Read.All", Service.REPORTS, "/beta/auditLogs/signIns?$top=1&"
            + "$filter=signInEventTypes/any(t:%20t%20eq%20'nonInteractiveUser')", EvidenceKind.SIGN_IN),
    APP_SIGN_INS("application-sign-ins", "AuditLog.Read.All", Service.REPORTS, "/beta/auditLogs/signIns?$top=1&"
            + "$filter=signInEventTypes/any(t:%20t%20eq%20'servicePrincipal')", EvidenceKind.SIGN_IN),
    DIRECTORY_AUDITS("directory-audits", "AuditLog.Read.All", Service.REPORTS, "/v1.0/auditLogs/directoryAudits?$top=1",
            EvidenceKind.SETTING_CHANGE),
    REGISTRATIONS("second-factors", "AuditLog.Read.All", Service.REPORTS,
            "/v1.0/reports/authenticationMethods/userRegistrationDetails?$top=1", EvidenceKind.MAILBOX_PROFILE),
    METHODS("authentication-methods", "UserAuthenticationMethod.Read.All", Service.DIRECTORY,
            "/v1.0/users/{user}/authentication/methods?$top=1", EvidenceKind.MAILBOX_PROFILE),
    GRANTS("grants", "Directory.Read.All", Service.DIRECTORY, "/v1.0/oauth2PermissionGrants?$top=1",
            EvidenceKind.CONNECTED_APP),
    APPS("apps", "Application.Read.All", Service.DIRECTORY, "/v1.0/servicePrincipals?$top=1&$select=id",
            EvidenceKind.CONNECTED_APP),
    RISK_DETECTIONS("risk-detections", "IdentityRiskEvent.Read.All", Service.IDENTITY_PROTECTION,
            "/v1.0/identityProtection/riskDetections?$top=1", EvidenceKind.PROVIDER_ALERT),
    RISKY_USERS("risky-users", "IdentityRiskyUser.Read.All", Service.IDENTITY_PROTECTION,
            "/v1.0/identityProtection/riskyUsers?$top=1", EvidenceKind.PROVIDER_ALERT),
    MESSAGE_TRACE("message-trace", "ExchangeMessageTrace.Read.All", Service.MESSAGE_TRACE,
            "/v1.0/admin/exchange/tracing/messageTraces?$top=1", EvidenceKind.SENT_MESSAGE),
    AUDIT_LOG("audit-log", "AuditLogsQuery-Exchange.Read.All", Service.AUDIT_SEARCH, "/v1.0/security/auditLog/queries?$top=1",
            EvidenceKind.MAIL_ACCESS),
    /** Switched on by a setting of its own: the route behind Exchange's shell, which Microsoft supports for nothing else. */
    EXCHANGE_ADMIN("exchange-admin", "Exchange.ManageAsApp", Service.EXCHANGE_ADMIN, "", EvidenceKind.FORWARDING_SETTING);

    /** Read where nobody said what to read; the others cost much, or are switched on by themselves. */
    public static final List<Kind> USUAL = Arrays.stream(values())
            .filter(kind -> kind != DELETED && kind != METHODS && kind != EXCHANGE_ADMIN).toList();

    private final String word;
    private final String permission;
    private final Service service;
    private final String look;
    private final EvidenceKind evidence;

    // Five parameters: a row of the table of kinds.
    Kind(String word, String permission, Service service, String look, EvidenceKind evidence) {
        this.word = word;
        this.permission = permission;
        this.service = service;
        this.look = look;
        this.evidence = evidence;
    }

    public static Optional<Kind> find(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    /** The name in settings and reports. */
    public String word() {
        return word;
    }

    /** The smallest application permission that shows it. */
    public String permission() {
        return permission;
    }

    Service service() {
        return service;
    }

    /** The cheapest request that tells whether it may be read; {@code {user}} stands for a mailbox. */
    String look() {
        return look;
    }

    EvidenceKind evidence() {
        return evidence;
    }

    /** True where it is asked for mailbox by mailbox. */
    boolean isOfMailbox() {
        return look.contains("{user}");
    }

    /** What the tenant has to have besides the permission. */
    String licence() {
        return switch (this) {
            case SIGN_INS, QUIET_SIGN_INS, APP_SIGN_INS, REGISTRATIONS -> "Microsoft Entra ID P1";
            case RISK_DETECTIONS, RISKY_USERS -> "Microsoft Entra ID P2";
            case AUDIT_LOG -> "auditing, switched on";
            case EXCHANGE_ADMIN -> "the role Global Reader or Security Reader for the application";
            default -> "";
        };
    }
}
