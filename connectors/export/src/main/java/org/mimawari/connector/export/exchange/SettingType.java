package org.mimawari.connector.export.exchange;

import java.util.Set;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.EvidenceKind;

/**
 * What an object in an export of settings is, told by the properties it has: objects of Exchange cmdlets and of
 * Microsoft Graph.
 */
enum SettingType {

    INBOX_RULE("Get-InboxRule", EvidenceKind.MAILBOX_RULE),
    MAILBOX("Get-Mailbox", EvidenceKind.MAILBOX_PROFILE),
    CAS_MAILBOX("Get-CASMailbox", EvidenceKind.MAILBOX_PROFILE),
    MAILBOX_PERMISSION("Get-MailboxPermission", EvidenceKind.DELEGATION),
    RECIPIENT_PERMISSION("Get-RecipientPermission", EvidenceKind.DELEGATION),
    FOLDER_PERMISSION("Get-MailboxFolderPermission", EvidenceKind.DELEGATION),
    TRANSPORT_RULE("Get-TransportRule", EvidenceKind.MAIL_FLOW_RULE),
    INBOUND_CONNECTOR("Get-InboundConnector", EvidenceKind.MAIL_FLOW_RULE),
    OUTBOUND_CONNECTOR("Get-OutboundConnector", EvidenceKind.MAIL_FLOW_RULE),
    JOURNAL_RULE("Get-JournalRule", EvidenceKind.MAIL_FLOW_RULE),
    REMOTE_DOMAIN("Get-RemoteDomain", EvidenceKind.MAIL_FLOW_RULE),
    OUTBOUND_POLICY("Get-HostedOutboundSpamFilterPolicy", EvidenceKind.MAIL_FLOW_RULE),
    AUTO_REPLY("Get-MailboxAutoReplyConfiguration", EvidenceKind.AUTO_REPLY),
    GRAPH_RULE("Graph messageRules", EvidenceKind.MAILBOX_RULE),
    GRAPH_SETTINGS("Graph mailboxSettings", EvidenceKind.AUTO_REPLY),
    GRAPH_GRANT("Graph oauth2PermissionGrants", EvidenceKind.CONNECTED_APP),
    GRAPH_ROLE("Graph appRoleAssignments", EvidenceKind.CONNECTED_APP),
    GRAPH_PRINCIPAL("Graph servicePrincipals", EvidenceKind.CONNECTED_APP),
    GRAPH_FOLDER("Graph mailFolders", EvidenceKind.MAILBOX_PROFILE),
    GRAPH_MESSAGE("Graph messages, sent", EvidenceKind.SENT_MESSAGE),
    GRAPH_RECEIVED("Graph messages, received", EvidenceKind.RECEIVED_MESSAGE),
    GRAPH_USER("Graph users", EvidenceKind.MAILBOX_PROFILE),
    UNKNOWN("unknown", EvidenceKind.SETTING_CHANGE);

    private static final Set<SettingType> FOR_LOOKING_UP = Set.of(MAILBOX, GRAPH_USER, GRAPH_FOLDER, GRAPH_PRINCIPAL);
    private static final Set<SettingType> OF_ONE_MAILBOX =
            Set.of(GRAPH_RULE, GRAPH_SETTINGS, GRAPH_MESSAGE, GRAPH_RECEIVED);

    private final String title;
    private final EvidenceKind kind;

    SettingType(String title, EvidenceKind kind) {
        this.title = title;
        this.kind = kind;
    }

    /** The cmdlet or list it comes from. */
    String title() {
        return title;
    }

    EvidenceKind kind() {
        return kind;
    }

    /** True where other objects are understood with its help. */
    boolean isForLookingUp() {
        return FOR_LOOKING_UP.contains(this);
    }

    /** True where an answer is about one mailbox only. */
    boolean isOfOneMailbox() {
        return OF_ONE_MAILBOX.contains(this);
    }

    static SettingType of(Tree fields) {
        if (fields.hasAny("AuditData", "RecordType", "Operations", "CmdletName")) {
            return UNKNOWN;
        }
        SettingType graph = graph(fields);
        return graph == UNKNOWN ? cmdlet(fields) : graph;
    }

    private static SettingType graph(Tree fields) {
        if (fields.hasAll("isEnabled", "sequence") || fields.has("isReadOnly") && fields.hasAny("actions", "conditions")
                || fields.hasAll("displayName", "sequence") && fields.hasAny("actions", "conditions")) {
            return GRAPH_RULE;
        }
        if (fields.has("automaticRepliesSetting") || fields.hasAll("status", "externalAudience")
                || fields.has("userPurpose") || fields.hasAll("workingHours", "timeZone")) {
            return GRAPH_SETTINGS;
        }
        if (fields.hasAll("clientId", "consentType", "scope")) {
            return GRAPH_GRANT;
        }
        if (fields.has("appRoleId") && fields.hasAny("principalId", "resourceId")) {
            return GRAPH_ROLE;
        }
        if (fields.hasAny("servicePrincipalType", "servicePrincipalNames", "appOwnerOrganizationId")) {
            return GRAPH_PRINCIPAL;
        }
        if (fields.has("parentFolderId") && fields.hasAny("childFolderCount", "totalItemCount")) {
            return GRAPH_FOLDER;
        }
        boolean message = fields.hasAny("internetMessageId", "toRecipients", "bodyPreview", "sentDateTime", "isDraft")
                && fields.hasAny("subject", "from", "sender", "toRecipients");
        if (message) {
            return GRAPH_MESSAGE;
        }
        boolean user = fields.has("userPrincipalName") && fields.hasAny("mail", "proxyAddresses", "accountEnabled",
                "businessPhones", "mobilePhone") && fields.has("id") && !fields.has("RecipientTypeDetails");
        return user ? GRAPH_USER : UNKNOWN;
    }

    private static SettingType cmdlet(Tree fields) {
        if (fields.has("AutoReplyState")) {
            return AUTO_REPLY;
        }
        SettingType flow = mailFlow(fields);
        if (flow != UNKNOWN) {
            return flow;
        }
        int rule = fields.count("RuleIdentity", "MailboxOwnerId", "ForwardTo", "RedirectTo", "ForwardAsAttachmentTo",
                "DeleteMessage", "MoveToFolder", "CopyToFolder", "StopProcessingRules", "MarkAsRead",
                "SubjectContainsWords", "SubjectOrBodyContainsWords", "BodyContainsWords", "FromAddressContainsWords",
                "SoftDeleteMessage", "SupportedByTask");
        boolean described = fields.hasAll("Name", "Enabled", "Description")
                && fields.hasAny("Mailbox", "MailboxOwnerId", "RuleIdentity");
        if (rule >= 2 || described) {
            return INBOX_RULE;
        }
        SettingType permission = permission(fields);
        return permission == UNKNOWN ? mailbox(fields) : permission;
    }

    private static SettingType mailFlow(Tree fields) {
        if (fields.has("JournalEmailAddress")) {
            return JOURNAL_RULE;
        }
        if (fields.hasAny("AutoForwardingMode", "RecipientLimitExternalPerHour")) {
            return OUTBOUND_POLICY;
        }
        if (fields.hasAny("AutoForwardEnabled", "AllowedOOFType") && fields.hasAny("DomainName", "Name", "Identity")) {
            return REMOTE_DOMAIN;
        }
        if (fields.count("RecipientDomains", "SmartHosts", "UseMXRecord", "RouteAllMessagesViaOnPremises") >= 2) {
            return OUTBOUND_CONNECTOR;
        }
        if (fields.count("SenderDomains", "SenderIPAddresses", "TlsSenderCertificateName", "RequireTls",
                "RestrictDomainsToIPAddresses", "RestrictDomainsToCertificate") >= 2) {
            return INBOUND_CONNECTOR;
        }
        if (fields.hasAll("Name", "Description", "State") && fields.hasAny("CreatedBy", "WhenChanged")) {
            return TRANSPORT_RULE;
        }
        int transport = fields.count("BlindCopyTo", "RedirectMessageTo", "AddToRecipients", "RuleVersion", "SetSCL",
                "SentToScope", "FromScope", "ModerateMessageByUser", "RuleErrorAction", "SenderAddressLocation",
                "SetAuditSeverity", "RouteMessageOutboundConnector", "CopyTo", "DeleteMessage",
                "RejectMessageReasonText");
        boolean named = fields.hasAny("Name", "Identity");
        boolean known = fields.hasAny("BlindCopyTo", "RedirectMessageTo", "AddToRecipients", "RuleVersion",
                "SentToScope", "FromScope", "SetSCL");
        boolean state = fields.hasAll("Priority", "Mode", "State");
        return named && known && transport >= 2 || state ? TRANSPORT_RULE : UNKNOWN;
    }

    private static SettingType permission(Tree fields) {
        if (!fields.has("AccessRights")) {
            return UNKNOWN;
        }
        if (fields.has("Trustee")) {
            return RECIPIENT_PERMISSION;
        }
        boolean folder = fields.hasAny("FolderName", "SharingPermissionFlags");
        return folder ? FOLDER_PERMISSION : fields.has("User") ? MAILBOX_PERMISSION : UNKNOWN;
    }

    private static SettingType mailbox(Tree fields) {
        if (fields.count("ImapEnabled", "PopEnabled", "SmtpClientAuthenticationDisabled", "OWAEnabled", "MAPIEnabled",
                "ActiveSyncEnabled", "EwsEnabled") >= 2) {
            return CAS_MAILBOX;
        }
        boolean named = fields.hasAny("PrimarySmtpAddress", "UserPrincipalName", "Identity", "Alias", "Name",
                "WindowsEmailAddress", "DisplayName");
        boolean mailbox = fields.hasAny("ForwardingSmtpAddress", "DeliverToMailboxAndForward", "RecipientTypeDetails",
                "GrantSendOnBehalfTo", "ForwardingAddress", "ExchangeGuid");
        return named && mailbox ? MAILBOX : UNKNOWN;
    }
}
