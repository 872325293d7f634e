package org.mimawari.connector.export.google;

import java.util.List;
import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;

/**
 * One event of one activity, and where its evidence goes: what all translations share.
 *
 * @param session what has to be seen across events
 */
record Scene(Activity activity, ActivityEvent event, ActivitySession session) {

    private static final String[] AFFECTED = {"USER_EMAIL", "affected_email_address", "user_email", "TARGET_USER",
            "account_email"};
    private static final String[] TARGETS = {"SETTING_NAME", "ROLE_NAME", "APP_NAME", "APPLICATION_NAME",
            "API_CLIENT_NAME", "DOMAIN_NAME", "GROUP_EMAIL", "USER_EMAIL", "affected_email_address", "app_name",
            "doc_title", "calendar_id", "target_user", "MOBILE_APP_PACKAGE_ID", "OAUTH2_APP_NAME", "ORG_UNIT_NAME",
            "DEVICE_MODEL", "resource_name", "rule_name"};

    void accept(Evidence piece) {
        session.sink().accept(piece);
    }

    EvidenceSink sink() {
        return session.sink();
    }

    OwnDomains own() {
        return session.own();
    }

    EventParameters parameters() {
        return event.parameters();
    }

    Optional<MailboxAddress> actor() {
        return activity.actor().mailbox();
    }

    /** The account that something was done to: the one named, or else the one that acted. */
    Optional<MailboxAddress> affected() {
        return named(AFFECTED).or(this::actor);
    }

    Optional<MailboxAddress> named(String... parameters) {
        return event.parameters().find(parameters).flatMap(MailboxAddress::findFull);
    }

    Origin origin(Optional<MailboxAddress> mailbox) {
        return new Origin(mailbox, activity.time(), activity.ref());
    }

    /** Who acted on the mailbox: its owner, or else an administrator. */
    Actor actor(Optional<MailboxAddress> mailbox) {
        boolean admin = activity.application().equals("admin");
        Actor.Role role = actor().isEmpty() ? Actor.Role.UNKNOWN
                : admin || !actor().equals(mailbox) ? Actor.Role.ADMIN : Actor.Role.OWNER;
        return activity.actor().as(role);
    }

    void setting(SettingTopic topic) {
        setting(topic, affected());
    }

    void setting(SettingTopic topic, Optional<MailboxAddress> mailbox) {
        accept(new SettingChange(origin(mailbox), topic, event.title(), parameters().find(TARGETS),
                parameters().list(), event.succeeded(), actor(mailbox)));
    }

    void alert(ProviderAlert.Topic topic, String title, String severity) {
        alert(topic, title, severity, affected());
    }

    void alert(ProviderAlert.Topic topic, String title, String severity, Optional<MailboxAddress> mailbox) {
        Optional<String> detail = Optional.of(detail()).filter(text -> !text.isEmpty());
        accept(new ProviderAlert(origin(mailbox), topic, title, Optional.of(severity), detail, activity.actor().ip()));
    }

    private String detail() {
        List<String> parts = parameters().list().stream().filter(p -> !p.value().isEmpty()).limit(10)
                .map(p -> p.name() + "=" + shortened(p.value())).toList();
        return String.join("; ", parts);
    }

    private static String shortened(String text) {
        return text.length() <= 200 ? text : text.substring(0, 200);
    }
}
