package org.mimawari.connector.export.microsoft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.MailRemoval.RemovedItem;
import org.mimawari.evidence.MailSearch;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MessageContent;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.Place;
import org.mimawari.evidence.SentMessage;

/** What was read, sent, removed and searched: mailbox auditing (Exchange item records). */
final class AuditMailItems {

    private static final RemovedItem UNKNOWN_ITEM = new RemovedItem(Optional.empty(), Optional.empty());

    private AuditMailItems() {}

    static void read(AuditRecord record, AuditScene scene) {
        if (record.failed()) {
            return;
        }
        boolean sync = record.property(AuditField.OPERATION_PROPERTIES, "MailAccessType").equalsIgnoreCase("Sync");
        boolean throttled = record.property(AuditField.OPERATION_PROPERTIES, "IsThrottled").equalsIgnoreCase("true");
        scene.accept(new MailAccess(origin(record, scene), sync ? MailAccess.Type.SYNC : MailAccess.Type.BIND,
                items(record), 0, throttled, folder(record), scene.visitor(record)));
    }

    static void loggedOn(AuditRecord record, AuditScene scene) {
        if (!record.failed()) {
            scene.accept(new MailAccess(origin(record, scene), MailAccess.Type.LOGON, 0, 0, false, Optional.empty(),
                    scene.visitor(record)));
        }
    }

    static void sent(AuditRecord record, AuditScene scene) {
        if (record.failed()) {
            return;
        }
        Origin origin = origin(record, scene);
        RemovedItem item = record.items().isEmpty() ? UNKNOWN_ITEM : record.items().get(0);
        scene.accept(new SentMessage(origin, SentMessage.Route.AUDIT_LOG, item.messageId(), item.subject(),
                sender(record, origin), Optional.empty(), Optional.empty(), 1, List.of(), 0, 0, 0,
                scene.ip(record), Place.UNKNOWN, record.find(AuditField.CLIENT), Optional.empty(),
                number(record.text(AuditField.SIZE)), content(record)));
    }

    private static Optional<String> sender(AuditRecord record, Origin origin) {
        if (record.has(AuditField.SEND_AS)) {
            return record.find(AuditField.SEND_AS);
        }
        return record.has(AuditField.SEND_ON_BEHALF) ? record.find(AuditField.SEND_ON_BEHALF)
                : origin.mailbox().map(MailboxAddress::text);
    }

    static AuditTranslation removal(MailRemoval.Type type) {
        return (record, scene) -> {
            if (!record.failed()) {
                scene.accept(new MailRemoval(origin(record, scene), type, folder(record),
                        record.find(AuditField.DESTINATION).map(AuditMailItems::path), record.items(),
                        Math.max(1, record.itemCount()), scene.visitor(record)));
            }
        };
    }

    static void searched(AuditRecord record, AuditScene scene) {
        String query = record.find(AuditField.QUERY)
                .orElseGet(() -> record.property(AuditField.OPERATION_PROPERTIES, "QueryText"));
        scene.accept(new MailSearch(origin(record, scene), query, scene.visitor(record)));
    }

    private static Origin origin(AuditRecord record, AuditScene scene) {
        return scene.origin(record, scene.owner(record));
    }

    private static long items(AuditRecord record) {
        return Math.max(Math.max(1, record.itemCount()), number(record.text(AuditField.COUNT)));
    }

    private static Optional<String> folder(AuditRecord record) {
        return record.find(AuditField.FOLDER).map(AuditMailItems::path);
    }

    /** Exchange writes {@code \Inbox\Sub}. */
    private static String path(String raw) {
        return raw.startsWith("\\") ? raw.substring(1) : raw;
    }

    /** The names in {@code offer.pdf (123b); list.xlsx (9b)}. */
    private static Optional<MessageContent> content(AuditRecord record) {
        if (!record.has(AuditField.ATTACHMENTS)) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (String part : record.text(AuditField.ATTACHMENTS).split(";", 51)) {
            int size = part.lastIndexOf(" (");
            String name = (size > 0 ? part.substring(0, size) : part).strip();
            if (!name.isEmpty()) {
                names.add(name);
            }
        }
        return Optional.of(new MessageContent("", List.of(), names));
    }

    private static long number(String text) {
        long value = 0;
        for (int i = 0; i < text.length() && i < 15; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            value = value * 10 + (c - '0');
        }
        return value;
    }
}
