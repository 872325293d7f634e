package org.mimawari.connector.export.microsoft;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.ProviderAlert.Topic;

/** Alerts of the provider in the audit log: alert policies and restricted senders. */
final class AuditAlerts {

    private static final List<String> USER_KEYS = List.of("f3u", "eid", "suid", "user", "mbx");

    private AuditAlerts() {}

    static void alert(AuditRecord record, AuditScene scene) {
        String title = record.find(AuditField.NAME).orElse(record.text(AuditField.OPERATION));
        scene.accept(new ProviderAlert(scene.origin(record, mailbox(record, scene)), topic(title), title,
                record.find(AuditField.SEVERITY), record.find(AuditField.COMMENTS), scene.ip(record)));
    }

    /** A user was put on, or taken off, the list of those who may not send. */
    static void restricted(AuditRecord record, AuditScene scene) {
        boolean released = record.text(AuditField.EVENT).equalsIgnoreCase("Delisted");
        String title = released ? "User released from the sending restriction" : "User restricted from sending";
        Optional<MailboxAddress> mailbox = scene.mailbox(record.text(AuditField.EVENT_VALUE))
                .or(() -> scene.subject(record));
        scene.accept(new ProviderAlert(scene.origin(record, mailbox),
                released ? Topic.OTHER : Topic.SENDING_RESTRICTED, title, Optional.empty(),
                record.find(AuditField.REASON), Optional.empty()));
    }

    private static Optional<MailboxAddress> mailbox(AuditRecord record, AuditScene scene) {
        Optional<MailboxAddress> entity = scene.mailbox(record.text(AuditField.ALERT_ENTITY));
        JsonNode details = AuditJson.tree(record.text(AuditField.ALERT_DATA));
        return entity.or(() -> USER_KEYS.stream().map(key -> details.path(key).asText()).map(scene::mailbox)
                .flatMap(Optional::stream).findFirst()).or(() -> scene.subject(record));
    }

    private static Topic topic(String title) {
        String words = title.toLowerCase(Locale.ROOT);
        if (words.contains("restricted") || words.contains("limit exceeded")) {
            return Topic.SENDING_RESTRICTED;
        }
        if (words.contains("forward") || words.contains("redirect") || words.contains("inbox rule")) {
            return Topic.RULE_TRIGGERED;
        }
        if (words.contains("malware")) {
            return Topic.MALWARE;
        }
        boolean mail = words.contains("phish") || words.contains("sending pattern") || words.contains("spam");
        return mail ? Topic.SUSPICIOUS_MAIL : Topic.OTHER;
    }
}
