package org.mimawari.corpus;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a rule of the labelled set is about, in the ids of this project.
 *
 * @param ids the indicators that speak of the same matter; empty where none does
 * @param why why it is not judged by single events; empty where it is
 */
record RuleMatter(List<String> ids, String why) {

    private static final String MANY = "needs many events";
    private static final String ELSEWHERE = "no matter of a mailbox's takeover";

    private static final Map<String, RuleMatter> RULES = Map.ofEntries(
            rule("Azure.Audit.OIDC.Changed", "tamper-identity-provider-changed"),
            rule("Azure.Audit.DomainSettingsModified", "tamper-identity-provider-changed"),
            rule("Azure.Audit.ElevateUserAccessAdministrator", "access-admin-role-added"),
            rule("Azure.Audit.InviteExternalUsers", "access-guest-invited"),
            rule("Azure.Audit.MFADisabled", "tamper-policy-changed", "access-mfa-removed"),
            rule("Azure.Audit.PolicyChanged", "tamper-policy-changed"),
            rule("Azure.Audit.RiskLevelPassthrough", "signin-provider-risk"),
            rule("Azure.Audit.RoleChangedPIM", "access-admin-role-added"),
            rule("Azure.Audit.ROPCLoginNoMFA", "signin-ropc", "signin-automation-ua", "signin-legacy-new"),
            rule("Azure.Audit.ServicePrincipalCredentialsAdded", "access-app-credential-added"),
            rule("Azure.Audit.VSCodeOAuthPhishing", "signin-developer-tool"),
            rule("Google.Workspace.Admin.Custom.Role", "access-admin-role-added"),
            rule("Google.Workspace.Advanced.Protection.Program", "tamper-policy-changed", "access-mfa-removed"),
            rule("Google.Workspace.Apps.Marketplace.Allowlist", "access-app-changed"),
            rule("Google.Workspace.Apps.Marketplace.New.Domain.Application", "access-app-changed"),
            rule("Google.Workspace.Apps.New.Mobile.App.Installed", "access-app-changed"),
            rule("GSuite.AdvancedProtection", "access-mfa-removed"),
            rule("GSuite.CalendarMadePublic", "exfil-sharing-widened"),
            rule("GSuite.DeviceCompromise", "access-device-event"),
            rule("GSuite.DeviceSuspiciousActivity", "access-device-event"),
            rule("GSuite.DeviceUnlockFailure", "access-device-event"),
            rule("GSuite.DocOwnershipTransfer", "exfil-sharing-widened"),
            rule("GSuite.Drive.ExternalFileShare", "exfil-sharing-widened"),
            rule("GSuite.DriveVisibilityChanged", "exfil-sharing-widened"),
            rule("GSuite.Gmail.Email.SpamFilter.Bypass", "access-suspicious-mail"),
            rule("GSuite.Gmail.Malicious.SMTP.Response", "access-suspicious-mail"),
            rule("GSuite.Gmail.Malware.In.Email", "access-suspicious-mail"),
            rule("GSuite.Gmail.Potential.Spoofed.Email", "access-suspicious-mail"),
            rule("GSuite.Gmail.Spam.Email.Surge", "access-suspicious-mail"),
            rule("GSuite.Gmail.SpamEmail.AttachmentDownload", "access-suspicious-mail"),
            rule("GSuite.Gmail.SpamEmail.LinkClicked", "access-suspicious-mail"),
            rule("GSuite.LeakedPassword", "signin-provider-risk"),
            rule("GSuite.LoginType", "signin-login-type-shift"),
            rule("GSuite.Rule", "exfil-rule-triggered"),
            rule("GSuite.TwoStepVerification", "access-mfa-removed"),
            rule("GSuite.Workspace.CalendarExternalSharingSetting", "exfil-sharing-widened"),
            rule("GSuite.Workspace.GmailPredeliveryScanningDisabled", "tamper-mail-policy"),
            rule("GSuite.Workspace.GmailSecuritySandboxDisabled", "tamper-mail-policy"),
            rule("GSuite.Workspace.PasswordEnforceStrongDisabled", "tamper-policy-changed"),
            rule("GSuite.Workspace.PasswordReuseEnabled", "tamper-policy-changed"),
            rule("GSuite.Workspace.TrustedDomainsAllowlist", "tamper-domain-changed"),
            rule("Microsoft365.External.Document.Sharing", "exfil-sharing-widened"),
            rule("Microsoft.Graph.Passthrough", "signin-provider-risk"),
            apart("Azure.Audit.ExcessiveAccountLockouts", MANY), apart("Azure.Audit.ManyFailedSignIns", MANY),
            apart("Azure.Audit.MultipleProtectionAlerts", MANY), apart("GSuite.Drive.BulkDocumentDeletion", MANY),
            apart("Google.Workspace.ManyDocsDownloaded", MANY), apart("GSuite.DriveOverlyVisible", ELSEWHERE),
            apart("GSuite.GoogleAccess", ELSEWHERE), apart("GSuite.GroupBannedUser", ELSEWHERE));

    /**
     * Negatives only because the rule's owner configured exceptions (its domains, folders and people): the events
     * themselves look like the rule's positives.
     */
    private static final Set<String> CONFIGURED = Set.of(
            "Microsoft365.External.Document.Sharing#Allowed Domain",
            "Microsoft365.External.Document.Sharing#Allowed Folder",
            "Microsoft365.External.Document.Sharing#Allowed User",
            "GSuite.Drive.ExternalFileShare#Share Allowed by Exception",
            "GSuite.Drive.ExternalFileShare#Share Allowed by Exception - 2",
            "GSuite.DriveVisibilityChanged#Doc Became Public - Link (Allowlisted Domain Is Configured)",
            "GSuite.DriveVisibilityChanged#Doc Shared With Multiple Users All From ALLOWED_DOMAINS");

    static RuleMatter of(String rule) {
        RuleMatter matter = RULES.get(rule);
        if (matter == null) {
            throw new IllegalArgumentException("no matter is given for the rule " + rule);
        }
        return matter;
    }

    static boolean isNegativeByConfiguration(String id) {
        return CONFIGURED.contains(id);
    }

    boolean isJudged() {
        return why.isEmpty();
    }

    private static Map.Entry<String, RuleMatter> rule(String name, String... ids) {
        return Map.entry(name, new RuleMatter(List.of(ids), ""));
    }

    private static Map.Entry<String, RuleMatter> apart(String name, String why) {
        return Map.entry(name, new RuleMatter(List.of(), why));
    }
}
