package org.mimawari.connector.export.entra;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.SettingTopic;

/**
 * What an activity of the directory audit is about. Source: "Microsoft Entra audit log categories and activities". The
 * unified audit log names the same activities with a full stop at the end.
 */
final class DirectoryActivity {

    /** The first beginning that fits decides. */
    private static final List<Map.Entry<String, SettingTopic>> BEGINNINGS = List.of(
            Map.entry("user registered security info", SettingTopic.SECOND_FACTOR_ADDED),
            Map.entry("user registered all required security info", SettingTopic.SECOND_FACTOR_ADDED),
            Map.entry("admin registered security info", SettingTopic.SECOND_FACTOR_ADDED),
            Map.entry("add passkey", SettingTopic.SECOND_FACTOR_ADDED),
            Map.entry("user deleted security info", SettingTopic.SECOND_FACTOR_REMOVED),
            Map.entry("admin deleted security info", SettingTopic.SECOND_FACTOR_REMOVED),
            Map.entry("disable strong authentication", SettingTopic.SECOND_FACTOR_REMOVED),
            Map.entry("delete passkey", SettingTopic.SECOND_FACTOR_REMOVED),
            Map.entry("user changed default security info", SettingTopic.RECOVERY_CHANGED),
            Map.entry("user updated security info", SettingTopic.RECOVERY_CHANGED),
            Map.entry("admin updated security info", SettingTopic.RECOVERY_CHANGED),
            Map.entry("reset user password", SettingTopic.PASSWORD_CHANGED),
            Map.entry("reset password", SettingTopic.PASSWORD_CHANGED),
            Map.entry("change user password", SettingTopic.PASSWORD_CHANGED),
            Map.entry("change password", SettingTopic.PASSWORD_CHANGED),
            Map.entry("user changed password", SettingTopic.PASSWORD_CHANGED),
            Map.entry("user reset password", SettingTopic.PASSWORD_CHANGED),
            Map.entry("admin changed password", SettingTopic.PASSWORD_CHANGED),
            Map.entry("create application password", SettingTopic.APP_PASSWORD_ADDED),
            Map.entry("add app password", SettingTopic.APP_PASSWORD_ADDED),
            Map.entry("register device", SettingTopic.DEVICE_REGISTERED),
            Map.entry("add device", SettingTopic.DEVICE_REGISTERED),
            Map.entry("add registered owner to device", SettingTopic.DEVICE_REGISTERED),
            Map.entry("add registered users to device", SettingTopic.DEVICE_REGISTERED),
            Map.entry("enable account", SettingTopic.USER_ENABLED),
            Map.entry("restore user", SettingTopic.USER_ENABLED),
            Map.entry("invite external user", SettingTopic.GUEST_INVITED),
            Map.entry("bulk invite users", SettingTopic.GUEST_INVITED),
            Map.entry("delete user", SettingTopic.USER_DELETED),
            Map.entry("hard delete user", SettingTopic.USER_DELETED),
            Map.entry("user has elevated their access", SettingTopic.ROLE_GRANTED),
            Map.entry("remove user access administrator", SettingTopic.ROLE_REMOVED),
            Map.entry("add service principal credentials", SettingTopic.APP_CREDENTIAL_ADDED),
            Map.entry("set federation settings on domain", SettingTopic.IDENTITY_PROVIDER_CHANGED),
            Map.entry("set domain authentication", SettingTopic.IDENTITY_PROVIDER_CHANGED),
            Map.entry("create identity provider", SettingTopic.IDENTITY_PROVIDER_CHANGED),
            Map.entry("update identity provider", SettingTopic.IDENTITY_PROVIDER_CHANGED),
            Map.entry("delete identity provider", SettingTopic.IDENTITY_PROVIDER_CHANGED),
            Map.entry("set partnership on domain", SettingTopic.DOMAIN_CHANGED),
            Map.entry("download users", SettingTopic.DATA_EXPORT),
            Map.entry("bulk download", SettingTopic.DATA_EXPORT));

    private static final List<String> APPLICATION = List.of("add application", "update application", "add owner to app",
            "add owner to service principal", "add service principal", "update service principal",
            "consent to application", "add delegated permission grant", "add oauth2permissiongrant",
            "add app role assignment to service principal", "add app role assignment grant");

    private static final List<String> POLICIES = List.of("conditional access policy", "authorization policy",
            "authentication methods policy", "authentication method policy", "security defaults", "named location",
            "cross-tenant access", "password policy", "authentication strength");

    private static final List<String> ROLE_ENDS = List.of("requested", "request denied", "request canceled",
            "request approved", "request expired", "renewal", "alert", "setting");

    /** Properties of a domain that say who vouches for its users. */
    private static final List<String> VOUCHING = List.of("authenticat", "federat", "issuer", "certificate", "logon",
            "signin", "livetype", "passive", "protocol");

    private DirectoryActivity() {}

    static Set<SettingTopic> topics(AuditRecord record) {
        String activity = normalised(record.activity());
        if (activity.equals("update user") || activity.equals("set strong authentication user details")) {
            return ofUpdate(record);
        }
        if (activity.equals("add user") || activity.equals("create user")) {
            boolean guest = record.targetUser().filter(user -> user.text().contains("#ext#")).isPresent();
            return Set.of(guest ? SettingTopic.GUEST_INVITED : SettingTopic.USER_CREATED);
        }
        if (activity.contains("authentication method") && trustsOtherProvider(record)) {
            return Set.of(SettingTopic.IDENTITY_PROVIDER_CHANGED);
        }
        if (activity.startsWith("user registered security info") && record.reason().contains("app password")) {
            return Set.of(SettingTopic.APP_PASSWORD_ADDED);
        }
        if (activity.startsWith("update application") && addsCredential(record)) {
            return Set.of(SettingTopic.APP_CREDENTIAL_ADDED);
        }
        SettingTopic topic = topic(activity);
        if (topic == SettingTopic.IDENTITY_PROVIDER_CHANGED && isOnlyAboutOtherThings(record)) {
            return Set.of(SettingTopic.DOMAIN_CHANGED);
        }
        return Set.of(topic == SettingTopic.GUEST_INVITED && isColleague(record) ? SettingTopic.OTHER : topic);
    }

    private static boolean isOnlyAboutOtherThings(AuditRecord record) {
        return !record.modified().isEmpty() && record.modified().stream().map(each ->
                each.name().toLowerCase(Locale.ROOT)).noneMatch(name -> VOUCHING.stream().anyMatch(name::contains));
    }

    /** Whoever is invited from the inviter's own domain is no stranger. */
    private static boolean isColleague(AuditRecord record) {
        Optional<String> inviter = record.actor().user().flatMap(MailboxAddress::findFull).map(MailboxAddress::domain);
        return inviter.isPresent() && record.detail("invitedUserEmailAddress").flatMap(MailboxAddress::findFull)
                .map(MailboxAddress::domain).equals(inviter);
    }

    /** Lower case, one kind of dash, no full stop. */
    static String normalised(String activity) {
        String text = activity.strip().toLowerCase(Locale.ROOT).replace('\u2013', '-').replace('\u2014', '-');
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }

    private static SettingTopic topic(String activity) {
        for (Map.Entry<String, SettingTopic> beginning : BEGINNINGS) {
            if (activity.startsWith(beginning.getKey())) {
                return beginning.getValue();
            }
        }
        SettingTopic role = role(activity);
        if (role != SettingTopic.OTHER) {
            return role;
        }
        boolean policy = POLICIES.stream().anyMatch(activity::contains) || activity.endsWith(" policy");
        if (policy) {
            // One more policy asks more of who signs in; a place that is trusted, or a partner, asks less.
            boolean oneMore = activity.startsWith("add") && activity.endsWith(" policy")
                    && !activity.contains("cross-tenant") && !activity.contains("authorization");
            return oneMore ? SettingTopic.OTHER : SettingTopic.POLICY_CHANGED;
        }
        if (isDomain(activity)) {
            return SettingTopic.DOMAIN_CHANGED;
        }
        if (APPLICATION.stream().anyMatch(activity::startsWith)) {
            return SettingTopic.APP_CHANGED;
        }
        return activity.contains("device") ? SettingTopic.DEVICE_EVENT : SettingTopic.OTHER;
    }

    /** A request is no grant: what counts is that it was completed. */
    private static SettingTopic role(String activity) {
        boolean unfinished = ROLE_ENDS.stream().anyMatch(activity::contains);
        boolean member = activity.contains("member") && activity.contains(" role");
        boolean assignment = activity.endsWith("role assignment");
        if (unfinished || !(member || assignment)) {
            return SettingTopic.OTHER;
        }
        if (activity.startsWith("add") || activity.startsWith("create")) {
            return SettingTopic.ROLE_GRANTED;
        }
        boolean removed = activity.startsWith("remove") || activity.startsWith("delete");
        return removed ? SettingTopic.ROLE_REMOVED : SettingTopic.OTHER;
    }

    private static boolean isDomain(String activity) {
        return activity.contains("domain") && (activity.startsWith("add") || activity.startsWith("verify")
                || activity.startsWith("update") || activity.startsWith("remove") || activity.startsWith("set")
                || activity.startsWith("promote"));
    }

    private static Set<SettingTopic> ofUpdate(AuditRecord record) {
        Set<SettingTopic> topics = EnumSet.noneOf(SettingTopic.class);
        topics.addAll(StrongAuthentication.topics(record.modified()));
        boolean enabled = record.after("AccountEnabled").filter(value -> value.contains("true")).isPresent()
                && record.before("AccountEnabled").filter(value -> value.contains("false")).isPresent();
        if (enabled) {
            topics.add(SettingTopic.USER_ENABLED);
        }
        return topics.isEmpty() ? Set.of(SettingTopic.OTHER) : topics;
    }

    private static boolean trustsOtherProvider(AuditRecord record) {
        return record.modified().stream().anyMatch(each -> !each.before().equals(each.after())
                && (each.name().toLowerCase(Locale.ROOT).contains("openidconnect")
                        || differs(each, "discoveryUrl") || differs(each, "openIdIssuerUrl")));
    }

    /** Whether the address behind this word is another one than before. */
    private static boolean differs(AuditRecord.Modified each, String word) {
        return !behind(each.before(), word).equals(behind(each.after(), word));
    }

    private static String behind(String text, String word) {
        int at = text.indexOf(word);
        return at < 0 ? "" : text.substring(at, Math.min(text.length(), at + 300)).split("[,}]", 2)[0];
    }

    private static boolean addsCredential(AuditRecord record) {
        for (AuditRecord.Modified each : record.modified()) {
            String name = each.name().toLowerCase(Locale.ROOT);
            boolean credential = name.equals("keydescription") || name.equals("keycredentials")
                    || name.equals("passwordcredentials") || name.equals("federatedidentitycredentials");
            if (credential && keys(each.after()) > keys(each.before())) {
                return true;
            }
        }
        return false;
    }

    private static int keys(String list) {
        return Math.max(count(list, "KeyIdentifier"), count(list, "{"));
    }

    private static int count(String text, String word) {
        int count = 0;
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length())) {
            count++;
        }
        return count;
    }
}
