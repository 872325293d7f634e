package org.mimawari.connector.export.google;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.MailFlowRule;
import org.mimawari.evidence.MailSearch;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.SettingTopic;

/** What administrators do in the admin console (Reports API, admin activity events). */
final class AdminChanges {

    private static final Map<String, EventTranslation> BY_NAME = new HashMap<>();

    static {
        topic(SettingTopic.USER_CREATED, "create_user", "bulk_upload", "user_invite");
        topic(SettingTopic.USER_DELETED, "delete_user");
        topic(SettingTopic.USER_ENABLED, "unsuspend_user", "undelete_user", "unarchive_user");
        topic(SettingTopic.PASSWORD_CHANGED, "change_password", "reset_password");
        topic(SettingTopic.RECOVERY_CHANGED, "change_recovery_email", "change_recovery_phone");
        topic(SettingTopic.SECOND_FACTOR_ADDED, "generate_2sv_scratch_codes", "add_security_key");
        topic(SettingTopic.SECOND_FACTOR_REMOVED, "turn_off_2_step_verification", "unenroll_user_from_strong_auth",
                "unenroll_user_from_titanium", "revoke_security_key", "revoke_device_passkey");
        topic(SettingTopic.ROLE_GRANTED, "grant_admin_privilege", "grant_delegated_admin_privileges", "assign_role",
                "create_role", "add_privilege", "update_role");
        topic(SettingTopic.ROLE_REMOVED, "revoke_admin_privilege", "unassign_role", "delete_role",
                "remove_privilege");
        topic(SettingTopic.DATA_EXPORT, "create_data_transfer_request", "request_mailbox_dump");
        BY_NAME.put("authorize_api_client_access", scene -> delegation(scene, Change.ADDED));
        BY_NAME.put("remove_api_client_access", scene -> delegation(scene, Change.REMOVED));
        BY_NAME.put("revoke_3lo_token", AdminChanges::revoked);
        BY_NAME.put("create_email_monitor", scene -> monitor(scene, Change.ADDED));
        BY_NAME.put("delete_email_monitor", scene -> monitor(scene, Change.REMOVED));
        BY_NAME.put("email_log_search", AdminChanges::searched);
    }

    private AdminChanges() {}

    private static void topic(SettingTopic topic, String... names) {
        Arrays.asList(names).forEach(name -> BY_NAME.put(name, scene -> scene.setting(topic)));
    }

    static void translate(Scene scene) {
        EventTranslation known = BY_NAME.get(scene.event().word());
        if (known != null) {
            known.translate(scene);
        } else if (MailRouting.isRouting(scene)) {
            MailRouting.translate(scene);
        } else if (PersonalSettings.isPersonal(scene)) {
            PersonalSettings.translate(scene);
        } else {
            scene.setting(AdminTopics.of(scene.event()));
        }
    }

    /** Domain-wide delegation: a client that may act as every user, within its scopes. */
    private static void delegation(Scene scene, Change change) {
        EventParameters parameters = scene.parameters();
        List<String> scopes = new ArrayList<>();
        parameters.all("API_SCOPES").forEach(text -> scopes.addAll(Scopes.split(text)));
        scene.accept(new ConnectedApp(scene.origin(scene.actor()),
                parameters.find("API_CLIENT_NAME", "API_CLIENT_ID", "OAUTH2_CLIENT_ID").orElse("unknown"),
                parameters.find("API_CLIENT_NAME"), scopes, true, Optional.empty(), change,
                scene.actor(scene.actor())));
        scene.setting(SettingTopic.OTHER, scene.actor());
    }

    private static void revoked(Scene scene) {
        EventParameters parameters = scene.parameters();
        Optional<MailboxAddress> owner = scene.affected();
        scene.accept(new ConnectedApp(scene.origin(owner),
                parameters.find("APP_ID", "OAUTH2_APP_ID", "APP_NAME").orElse("unknown"),
                parameters.find("APP_NAME", "OAUTH2_APP_NAME"), List.of(), false, Optional.empty(), Change.REMOVED,
                scene.actor(owner)));
    }

    /** A monitor sends a copy of what one user writes and receives to another account. */
    private static void monitor(Scene scene, Change change) {
        EventParameters parameters = scene.parameters();
        Optional<MailboxAddress> watched = scene.affected();
        scene.accept(new MailFlowRule(scene.origin(watched), MailFlowRule.Type.ROUTING, "email monitor", !change.ends(),
                parameters.all("EMAIL_MONITOR_DEST_EMAIL"), parameters.list(), change, scene.actor(watched)));
    }

    /** A search in the organisation's mail log: who looks for whose mail. */
    private static void searched(Scene scene) {
        List<String> words = scene.parameters().list().stream().filter(each -> !each.value().isBlank())
                .map(Parameter::value).toList();
        scene.accept(new MailSearch(scene.origin(scene.actor()), String.join(" ", words),
                scene.actor(scene.actor())));
    }
}
