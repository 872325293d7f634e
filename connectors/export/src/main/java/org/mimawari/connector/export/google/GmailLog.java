package org.mimawari.connector.export.google;

import java.util.List;
import java.util.Optional;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.MailRemoval.RemovedItem;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.ProviderAlert.Topic;
import org.mimawari.evidence.ReceivedMessage;

/**
 * Gmail's log of what happens to messages; {@code mail_event_type} says what (Google, schema for Gmail logs in
 * BigQuery). Rows without it are stages of delivery.
 */
final class GmailLog {

    private static final int SENT = 1;
    private static final int RECEIVED = 2;
    private static final int CALLED_SPAM_LATER = 4;
    private static final int OPENED = 7;
    private static final int FORWARDED_BY_SETTING = 11;
    private static final int TRASHED = 13;
    private static final int REMOVED_FROM_TRASH = 14;
    private static final int LINK_CLICKED = 15;
    private static final int SAVED_TO_DRIVE = 18;

    private GmailLog() {}

    static void translate(Scene scene) {
        GmailMessage message = GmailMessage.of(scene);
        if (message.isEmpty()) {
            return;
        }
        switch (message.eventType()) {
            case SENT -> GmailDelivery.sent(scene, message);
            case RECEIVED -> received(scene, message);
            case CALLED_SPAM_LATER -> scene.alert(Topic.SUSPICIOUS_MAIL, "message called spam after delivery", "low",
                    message.receiver(scene));
            case OPENED -> opened(scene, message);
            case FORWARDED_BY_SETTING -> forwarded(scene, message);
            case TRASHED -> removed(scene, message, MailRemoval.Type.MOVE_TO_DELETED);
            case REMOVED_FROM_TRASH -> removed(scene, message, MailRemoval.Type.HARD_DELETE);
            default -> other(scene, message);
        }
    }

    private static void other(Scene scene, GmailMessage message) {
        if (message.eventType() >= LINK_CLICKED && message.eventType() <= SAVED_TO_DRIVE) {
            touched(scene, message);
        } else if (message.eventType() <= 0) {
            GmailDelivery.stage(scene, message);
        }
    }

    /** What people click on is nobody's business, unless Gmail had put the message aside as spam. */
    private static void touched(Scene scene, GmailMessage message) {
        if (message.isSpam()) {
            String what = message.eventType() <= LINK_CLICKED + 1 ? "link in a spam message clicked"
                    : "attachment of a spam message downloaded";
            scene.alert(Topic.SUSPICIOUS_MAIL, what, "high", message.receiver(scene));
        }
    }

    private static void received(Scene scene, GmailMessage message) {
        GmailDelivery.suspicion(scene, message);
        scene.accept(new ReceivedMessage(scene.origin(message.receiver(scene)), message.messageId(), message.subject(),
                message.from(), Optional.empty(), false));
    }

    private static void opened(Scene scene, GmailMessage message) {
        MailAccess.Type type = switch (message.client().orElse("")) {
            case "IMAP" -> MailAccess.Type.IMAP_SESSION;
            case "POP3", "POP" -> MailAccess.Type.POP_SESSION;
            case "API" -> MailAccess.Type.API;
            default -> MailAccess.Type.BIND;
        };
        scene.accept(new MailAccess(scene.origin(message.receiver(scene)), type, 1, 0, false, Optional.empty(),
                actor(scene, message)));
    }

    private static void removed(Scene scene, GmailMessage message, MailRemoval.Type type) {
        scene.accept(new MailRemoval(scene.origin(message.receiver(scene)), type, Optional.empty(), Optional.empty(),
                List.of(new RemovedItem(message.subject(), message.messageId())), 1, actor(scene, message)));
    }

    /** The forwarding itself is set elsewhere; that it works shows here, one message at a time. */
    private static void forwarded(Scene scene, GmailMessage message) {
        Optional<MailboxAddress> owner = message.receiver(scene);
        message.recipients().stream().filter(to -> !owner.map(MailboxAddress::text).equals(Optional.of(to)))
                .forEach(to -> scene.accept(new ForwardingSetting(scene.origin(owner), to, "message auto-forwarded",
                        Optional.empty(), true, true, Change.PRESENT, scene.actor(owner))));
    }

    /** A delegate acts under his own name on the mailbox of another. */
    static Actor actor(Scene scene, GmailMessage message) {
        ActivityActor who = scene.activity().actor();
        Optional<String> delegate = message.delegate();
        return new Actor(delegate.or(who::name), delegate.isPresent() ? Actor.Role.DELEGATE : Actor.Role.OWNER,
                who.ip().or(message::ip), message.place(who.place()), message.client().or(who::client), who.appId(),
                message.session());
    }
}
