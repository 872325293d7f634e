package org.mimawari.connector.export.google;

import java.util.List;
import org.mimawari.evidence.SettingTopic;

/**
 * Tells what a change in the admin console is about, by the words of its name and of the setting: Google has some
 * thousand settings and adds more, so they are judged by meaning, and what means nothing here is {@code OTHER}.
 */
final class AdminTopics {

    /** Who only looks changes nothing. */
    private static final List<String> LOOKS = List.of("view", "query", "search", "investigation", "list_", "get_",
            "download", "print");
    private static final List<String> DOMAINS = List.of("trusted_domain", "domain_alias", "secondary_domain",
            "primary_domain", "allowlisted_domain", "whitelisted_domain", "skip_domain", "add_domain", "remove_domain");
    private static final List<String> IDENTITY = List.of("sso", "saml", "identity_provider", "idp");
    private static final List<String> APPS = List.of("marketplace", "application_to_whitelist",
            "application_to_allowlist",
            "add_application", "remove_application", "change_application_state", "trusted_oauth2", "oauth2_service",
            "oauth2_access", "oauth2_app", "third_party_api", "app_access", "mobile_application", "unlisted_app",
            "install_app", "oauth_app", "api_access");
    private static final List<String> PROTECTIONS = List.of("spam", "phish", "malware", "virus", "sandbox", "deep_scan",
            "deepscan", "delayed_delivery", "predelivery", "pre_delivery", "attachment_scan", "attachmentscan",
            "attachment_safety", "spoof", "safety", "suspicious", "link_protection", "safe_browsing", "approved_sender",
            "blocked_sender", "content_compliance", "objectionable", "quarantine", "dkim", "dmarc", "confidential_mode",
            "email_allowlist", "email_whitelist", "ip_whitelist", "ip_allowlist", "dlp", "data_loss",
            "secure_transport");
    private static final List<String> SHARING = List.of("sharing", "visibility", "external", "outside_domain",
            "public", "anyone", "publish");
    private static final List<String> AUDIT = List.of("audit", "log_retention", "access_transparency", "log_export",
            "data_sharing_with_google_cloud", "alert_center", "alert_rule");
    private static final List<String> EXPORTS = List.of("takeout", "data_export", "mailbox_dump", "data_transfer");
    private static final List<String> POLICIES = List.of("password", "strong_authentication", "2_step", "2sv",
            "two_step", "second_factor", "session", "login_challenge", "advanced_protection", "security_code",
            "titanium",
            "reauth", "passkey", "context_aware", "less_secure", "recovery", "account_takeover", "auto_forward",
            "autoforward", "forwarding", "delegation", "security");
    private static final List<String> PROTOCOLS = List.of("imap", "pop3", "pop_access", "enable_pop", "less_secure",
            "activesync", "pop_and_imap");

    private AdminTopics() {}

    static SettingTopic of(ActivityEvent event) {
        EventParameters parameters = event.parameters();
        String setting = folded(parameters.word("SETTING_NAME", "setting_name") + " "
                + parameters.word("SETTING_DESCRIPTION"));
        String all = folded(event.word()) + " " + setting + " " + folded(parameters.word("APPLICATION_NAME",
                "app_name"));
        if (has(all, EXPORTS)) {
            return SettingTopic.DATA_EXPORT;
        }
        if (has(folded(event.word()), LOOKS)) {
            return SettingTopic.OTHER;
        }
        if (has(all, DOMAINS)) {
            return SettingTopic.DOMAIN_CHANGED;
        }
        if (has(all, PROTOCOLS)) {
            return protocol(SwitchedValue.of(event));
        }
        if (has(all, PROTECTIONS)) {
            return weakens(event, all) ? SettingTopic.MAIL_PROTECTION_WEAKENED : SettingTopic.POLICY_CHANGED;
        }
        if (has(words(all), IDENTITY)) {
            return SettingTopic.IDENTITY_PROVIDER_CHANGED;
        }
        if (has(folded(event.word()) + " " + setting, APPS)) {
            return SettingTopic.APP_CHANGED;
        }
        return further(event, all);
    }

    private static SettingTopic further(ActivityEvent event, String all) {
        if (has(all, AUDIT)) {
            boolean off = SwitchedValue.of(event).isOff() || isRemoval(event);
            return off ? SettingTopic.AUDIT_SWITCHED_OFF : SettingTopic.POLICY_CHANGED;
        }
        if (has(all, SHARING)) {
            return SwitchedValue.of(event).widens() ? SettingTopic.SHARING_WIDENED : SettingTopic.POLICY_CHANGED;
        }
        boolean security = folded(event.typeWord()).contains("security");
        boolean policy = !isAboutOneUser(event) && (security || has(all, POLICIES));
        return policy ? SettingTopic.POLICY_CHANGED : SettingTopic.OTHER;
    }

    private static SettingTopic protocol(SwitchedValue value) {
        if (value.isOn()) {
            return SettingTopic.PROTOCOL_ENABLED;
        }
        return value.isOff() ? SettingTopic.PROTOCOL_DISABLED : SettingTopic.POLICY_CHANGED;
    }

    /**
     * A protection is weaker when what protects is switched off or deleted, and when what makes an exception is
     * switched on or added.
     */
    private static boolean weakens(ActivityEvent event, String all) {
        boolean exception = has(all, List.of("disable", "bypass", "whitelist", "allowlist", "approved", "skip",
                "exempt",
                "allow_", "ignore"));
        SwitchedValue value = SwitchedValue.of(event);
        if (exception) {
            return !value.isOff() && !isRemoval(event);
        }
        return value.isOff() || isRemoval(event);
    }

    private static boolean isRemoval(ActivityEvent event) {
        return event.word().startsWith("delete") || event.word().startsWith("remove");
    }

    private static boolean isAboutOneUser(ActivityEvent event) {
        return event.parameters().isGiven("USER_EMAIL");
    }

    /** Words apart, so that a short one is not found within another. */
    private static String words(String text) {
        return "_" + text.replace(' ', '_') + "_";
    }

    private static boolean has(String text, List<String> words) {
        boolean apart = text.startsWith("_");
        return words.stream().anyMatch(word -> text.contains(apart ? "_" + word + "_" : word));
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            folded.append(Character.isLetterOrDigit(c) ? c : '_');
        }
        return folded.toString();
    }
}
