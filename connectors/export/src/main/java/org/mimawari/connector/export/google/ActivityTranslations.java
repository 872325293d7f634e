package org.mimawari.connector.export.google;

import java.util.HashMap;
import java.util.Map;

/**
 * Chooses what is made of an event: by its name where that says it whatever the log, else by its log. An event of a log
 * that is not listed is counted and gives no evidence.
 */
final class ActivityTranslations {

    private static final EventTranslation NOTHING = scene -> { };
    private static final Map<String, EventTranslation> BY_NAME = new HashMap<>();
    private static final Map<String, EventTranslation> BY_LOG = new HashMap<>();

    static {
        BY_NAME.put("login_success", LoginEvents::success);
        BY_NAME.put("login_failure", LoginEvents::failure);
        BY_NAME.put("login_challenge", LoginEvents::challenge);
        BY_NAME.put("login_verification", LoginEvents::challenge);
        BY_NAME.put("blocked_sender", AccountChanges::blockedSender);
        BY_NAME.put("risky_sensitive_action_allowed", AccountChanges::sensitiveAction);
        BY_NAME.put("risky_sensitive_action_blocked", AccountChanges::sensitiveAction);
        BY_LOG.put("admin", AdminChanges::translate);
        BY_LOG.put("drive", DriveEvents::translate);
        BY_LOG.put("gmail", GmailLog::translate);
        BY_LOG.put("calendar", CalendarEvents::calendar);
        BY_LOG.put("groups", CalendarEvents::group);
        BY_LOG.put("groups_enterprise", CalendarEvents::group);
        BY_LOG.put("mobile", DeviceEvents::mobile);
        BY_LOG.put("chrome", DeviceEvents::chrome);
        BY_LOG.put("rules", OtherEvents::rule);
        BY_LOG.put("access_transparency", OtherEvents::accessByGoogle);
        BY_LOG.put("vault", OtherEvents::vault);
        BY_LOG.put("takeout", OtherEvents::takeout);
        BY_LOG.put("data_migration", OtherEvents::migration);
        BY_LOG.put("saml", LoginEvents::throughGoogle);
        BY_LOG.put("context_aware_access", ActivityTranslations::contextAware);
        BY_LOG.put("token", ActivityTranslations::token);
    }

    private ActivityTranslations() {}

    static void translate(Scene scene) {
        of(scene).translate(scene);
    }

    private static EventTranslation of(Scene scene) {
        String log = scene.activity().application();
        EventTranslation byLog = BY_LOG.get(log);
        if (byLog != null) {
            return byLog;
        }
        ActivityEvent event = scene.event();
        EventTranslation byName = BY_NAME.get(event.word());
        if (byName != null) {
            return byName;
        }
        if (AccountChanges.isForwarding(event.word())) {
            return AccountChanges::forwarding;
        }
        if (AccountChanges.topic(event.word()).isPresent()) {
            return AccountChanges::change;
        }
        boolean isAccountLog = log.equals("login") || log.equals("user_accounts") || log.isEmpty();
        return isAccountLog && AccountWarnings.isWarning(event) ? AccountWarnings::warn : NOTHING;
    }

    private static void contextAware(Scene scene) {
        if (scene.event().word().contains("deny")) {
            LoginEvents.keptOut(scene);
        }
    }

    private static void token(Scene scene) {
        switch (scene.event().word()) {
            case "authorize" -> TokenEvents.authorized(scene);
            case "revoke" -> TokenEvents.revoked(scene);
            case "activity" -> TokenEvents.used(scene);
            default -> { }
        }
    }
}
