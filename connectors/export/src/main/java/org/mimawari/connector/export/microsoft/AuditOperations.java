package org.mimawari.connector.export.microsoft;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailFlowRule;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.SettingTopic;

/**
 * Which operations of the audit log mean something here. Names are compared without regard to case, a full stop at the
 * end and the kind of dash. Source: audit log activities and Exchange cmdlet references of Microsoft.
 */
final class AuditOperations {

    private static final int MOST_KNOWN = 4096;
    private static final List<String> PROTECTIONS = List.of("antiphishpolicy", "antiphishrule", "safelinkspolicy",
            "safelinksrule", "safeattachmentpolicy", "safeattachmentrule", "malwarefilterpolicy", "malwarefilterrule",
            "hostedcontentfilterpolicy", "hostedcontentfilterrule", "hostedconnectionfilterpolicy", "dlppolicy",
            "dlpcompliancepolicy", "dlpcompliancerule", "dkimsigningconfig", "atppolicyforo365",
            "tenantallowblocklistitems", "eopprotectionpolicyrule", "atpprotectionpolicyrule", "phishsimoverridepolicy",
            "secopsoverridepolicy");
    private static final List<String> PLAIN_POLICIES = List.of("transportconfig", "sharingpolicy", "owamailboxpolicy",
            "retentioncompliancepolicy", "retentioncompliancerule", "retentionpolicy", "applicationaccesspolicy",
            "clientaccessrule", "quarantinepolicy", "hybridconfiguration", "mobiledevicemailboxpolicy");

    private final Map<String, AuditOperation> byName = new HashMap<>();
    private final Map<String, AuditOperation> seen = new HashMap<>();

    AuditOperations() {
        items();
        rules();
        mailboxes();
        mailFlow();
        protection();
        searches();
        AuditDirectoryOperations.all().forEach((name, translation) -> change(translation, name));
        alertsAndSharing();
    }

    /** What is done with this operation; an unknown one is ignored. */
    AuditOperation of(String name) {
        AuditOperation known = seen.get(name);
        if (known != null) {
            return known;
        }
        AuditOperation found = byName.getOrDefault(canonical(name), AuditOperation.IGNORED);
        if (seen.size() < MOST_KNOWN) {
            seen.put(name, found);
        }
        return found;
    }

    static String canonical(String name) {
        String text = name.strip().replace('\u2013', '-').replace('\u2014', '-').toLowerCase(Locale.ROOT);
        return text.endsWith(".") ? text.substring(0, text.length() - 1).strip() : text;
    }

    private void items() {
        put(AuditOperation.signIn(AuditSignIns::succeeded), "UserLoggedIn");
        put(AuditOperation.signIn(AuditSignIns::failed), "UserLoginFailed");
        put(AuditOperation.access(AuditMailItems::read), "MailItemsAccessed");
        put(AuditOperation.access(AuditMailItems::loggedOn), "MailboxLogin");
        put(AuditOperation.sent(AuditMailItems::sent), "Send", "SendAs", "SendOnBehalf");
        removal(MailRemoval.Type.SOFT_DELETE, "SoftDelete");
        removal(MailRemoval.Type.HARD_DELETE, "HardDelete");
        removal(MailRemoval.Type.MOVE_TO_DELETED, "MoveToDeletedItems");
        removal(MailRemoval.Type.MOVE, "Move");
        put(AuditOperation.showing(EvidenceKind.MAIL_SEARCH, AuditMailItems::searched), "SearchQueryInitiatedExchange");
    }

    private void removal(MailRemoval.Type type, String name) {
        put(AuditOperation.showing(EvidenceKind.MAIL_REMOVAL, AuditMailItems.removal(type)), name);
    }

    private void rules() {
        verbs("InboxRule", AuditRules::cmdlet);
        change(AuditRules::outlook, "UpdateInboxRules");
        for (MailFlow flow : MAIL_FLOW) {
            verbs(flow.noun(), verb -> AuditMailFlow.rule(flow.type(), verb));
        }
    }

    private record MailFlow(String noun, MailFlowRule.Type type) {}

    private static final List<MailFlow> MAIL_FLOW = List.of(
            new MailFlow("TransportRule", MailFlowRule.Type.TRANSPORT_RULE),
            new MailFlow("InboundConnector", MailFlowRule.Type.INBOUND_CONNECTOR),
            new MailFlow("OutboundConnector", MailFlowRule.Type.OUTBOUND_CONNECTOR),
            new MailFlow("JournalRule", MailFlowRule.Type.JOURNAL_RULE),
            new MailFlow("RemoteDomain", MailFlowRule.Type.REMOTE_DOMAIN),
            new MailFlow("HostedOutboundSpamFilterPolicy", MailFlowRule.Type.OUTBOUND_POLICY),
            new MailFlow("HostedOutboundSpamFilterRule", MailFlowRule.Type.OUTBOUND_POLICY));

    private void verbs(String noun, Function<Change, AuditTranslation> translation) {
        change(translation.apply(Change.ADDED), "New-" + noun);
        change(translation.apply(Change.CHANGED), "Set-" + noun);
        change(translation.apply(Change.ENABLED), "Enable-" + noun);
        change(translation.apply(Change.DISABLED), "Disable-" + noun);
        change(translation.apply(Change.REMOVED), "Remove-" + noun);
    }

    private void mailboxes() {
        change(AuditMailboxSettings::mailbox, "Set-Mailbox");
        change(AuditMailboxSettings::protocols, "Set-CASMailbox", "Set-CASMailboxPlan", "Set-AuthenticationPolicy",
                "New-AuthenticationPolicy");
        change(AuditMailboxSettings::autoReply, "Set-MailboxAutoReplyConfiguration");
        change(AuditSettings.cmdlet(SettingTopic.JUNK_SETTINGS), "Set-MailboxJunkEmailConfiguration");
        change(AuditDelegations.cmdlet(Change.ADDED), "Add-MailboxPermission", "Add-RecipientPermission",
                "Add-MailboxFolderPermission", "Add-ADPermission");
        change(AuditDelegations.cmdlet(Change.CHANGED), "Set-MailboxFolderPermission");
        change(AuditDelegations.cmdlet(Change.REMOVED), "Remove-MailboxPermission", "Remove-RecipientPermission",
                "Remove-MailboxFolderPermission", "Remove-ADPermission");
        change(AuditDelegations.folder(Change.ADDED), "AddFolderPermissions");
        change(AuditDelegations.folder(Change.CHANGED), "ModifyFolderPermissions", "UpdateFolderPermissions");
        change(AuditDelegations.folder(Change.REMOVED), "RemoveFolderPermissions");
        change(AuditSettings.cmdlet(SettingTopic.USER_CREATED), "New-Mailbox", "New-MailUser");
        change(AuditSettings.cmdlet(SettingTopic.USER_DELETED), "Remove-Mailbox");
    }

    private void mailFlow() {
        change(AuditSettings.tenant(SettingTopic.DOMAIN_CHANGED), "New-AcceptedDomain", "Set-AcceptedDomain",
                "Remove-AcceptedDomain");
        change(AuditSettings.cmdlet(SettingTopic.ROLE_GRANTED), "New-ManagementRoleAssignment", "Add-RoleGroupMember",
                "Update-RoleGroupMember", "New-RoleGroup");
        change(AuditSettings.cmdlet(SettingTopic.ROLE_REMOVED), "Remove-ManagementRoleAssignment",
                "Remove-RoleGroupMember");
    }

    private void protection() {
        for (String verb : List.of("new", "set", "enable", "disable", "remove")) {
            PROTECTIONS.forEach(noun -> change(AuditProtection.policy(verb), verb + "-" + noun));
            PLAIN_POLICIES.forEach(noun ->
                    change(AuditSettings.tenantByPeople(SettingTopic.POLICY_CHANGED), verb + "-" + noun));
        }
        change(AuditProtection::auditConfiguration, "Set-AdminAuditLogConfig", "Set-OrganizationConfig");
        change(AuditProtection::auditBypass, "Set-MailboxAuditBypassAssociation");
        change(AuditSettings.tenant(SettingTopic.AUDIT_SWITCHED_OFF), "Remove-UnifiedAuditLogRetentionPolicy",
                "Disable-UnifiedAuditLogRetentionPolicy");
    }

    private void searches() {
        change(AuditSettings.cmdlet(SettingTopic.DATA_EXPORT), "New-MailboxExportRequest", "New-MailboxSearch",
                "Start-MailboxSearch", "Search-Mailbox", "New-ComplianceSearch", "Start-ComplianceSearch",
                "New-ComplianceSearchAction", "SearchCreated", "SearchStarted", "SearchUpdated", "SearchExported",
                "SearchExportDownloaded", "SearchPreviewed", "SearchResultsPurged", "SearchReport",
                "SearchResultsSentToZoom", "ViewedSearchExported", "ViewedSearchPreviewed", "CaseAdded",
                "New-ComplianceCase");
    }

    private void alertsAndSharing() {
        change(AuditAlerts::alert, "AlertTriggered", "AlertEntityGenerated");
        change(AuditAlerts::restricted, "HygieneEvent", "RestrictedUser");
        change(AuditSharing::link, "AnonymousLinkCreated", "AnonymousLinkUpdated", "CompanyLinkCreated",
                "SharingPolicyChanged");
        change(AuditSharing::person, "SharingSet", "SharingInvitationCreated", "AddedToSecureLink",
                "SecureLinkCreated");
    }

    private void change(AuditTranslation translation, String... names) {
        put(AuditOperation.change(translation), names);
    }

    private void put(AuditOperation operation, String... names) {
        for (String name : names) {
            byName.put(canonical(name), operation);
        }
    }
}
