package org.mimawari.connector.export.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.FailedRecipient;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MessageContent;
import org.mimawari.evidence.NonDeliveryReport;
import org.mimawari.evidence.OriginalMessage;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.evidence.ProviderAlert.Topic;
import org.mimawari.evidence.SentMessage;

/** Messages on their way: what left in a mailbox's name, what was refused, and what Gmail thought of what came in. */
final class GmailDelivery {

    private static final int MALWARE_REASON = 3;
    /** {@code smtp_response_reason}: spam, denial of service, malicious links, bad reputation, block lists. */
    private static final Set<Long> BAD_REASONS = Set.of(13L, 14L, 15L, 16L, 17L, 18L);
    private static final long REFUSED = 500;
    /** {@code message_set.type} of messages that an allow list or a rule took past the spam filter. */
    private static final long PAST_THE_FILTER = 46;

    private GmailDelivery() {}

    static void sent(Scene scene, GmailMessage message) {
        Optional<MailboxAddress> sender = scene.actor()
                .or(() -> message.envelopeFrom().flatMap(MailboxAddress::findFull))
                .or(() -> message.from().flatMap(MailboxAddress::findFull));
        String name = sender.map(MailboxAddress::text).orElse("");
        if (!scene.session().messages().isNew(name, message.messageId())) {
            return;
        }
        List<String> to = message.recipients();
        ActivityActor who = scene.activity().actor();
        scene.accept(new SentMessage(scene.origin(sender), SentMessage.Route.AUDIT_LOG, message.messageId(),
                message.subject(), message.from().or(() -> sender.map(MailboxAddress::text)), message.envelopeFrom(),
                Optional.empty(), to.size(), to, 0, 0, 0, who.ip().or(message::ip), message.place(who.place()),
                message.client(), Optional.empty(), message.size(), content(message)));
    }

    private static Optional<MessageContent> content(GmailMessage message) {
        boolean nothing = message.linkHosts().isEmpty() && message.attachments().isEmpty();
        return nothing ? Optional.empty()
                : Optional.of(new MessageContent("", message.linkHosts(), message.attachments()));
    }

    /** A stage of delivery, of a message that leaves or of one that comes in. */
    static void stage(Scene scene, GmailMessage message) {
        if (!isLeaving(scene, message)) {
            suspicion(scene, message);
            return;
        }
        if (message.number(message.connection(), "smtp_reply_code") >= REFUSED) {
            refused(scene, message);
        }
        if (message.isOutboundCheck() && message.succeeded()) {
            sent(scene, message);
        }
    }

    private static boolean isLeaving(Scene scene, GmailMessage message) {
        if (message.isOutboundCheck()) {
            return true;
        }
        OwnDomains own = scene.own();
        boolean ours = message.envelopeFrom().flatMap(MailboxAddress::findFull).filter(own::contains).isPresent();
        List<String> to = message.recipients();
        return ours && !to.isEmpty() && to.stream().allMatch(own::isForeign);
    }

    /** Another server refused the message: the same fact a delivery report brings. */
    private static void refused(Scene scene, GmailMessage message) {
        Optional<String> reply = JsonTree.text(message.connection(), "smtp_reply_code");
        List<FailedRecipient> failures = message.recipients().stream().map(to -> new FailedRecipient(Optional.of(to),
                Optional.empty(), Optional.of("failed"), reply, Optional.empty())).toList();
        OriginalMessage original = new OriginalMessage(message.messageId(), message.subject(), message.from(),
                scene.activity().time(), List.of(), List.of(), Optional.empty());
        Optional<MailboxAddress> sender = message.envelopeFrom().flatMap(MailboxAddress::findFull);
        scene.accept(new NonDeliveryReport(scene.origin(sender.or(scene::actor)), failures, original, Optional.empty(),
                Optional.empty()));
    }

    /** Alerts where the row says that the message was dangerous, put aside, or let in without proof of its sender. */
    static void suspicion(Scene scene, GmailMessage message) {
        long reason = message.number(message.connection(), "smtp_response_reason");
        Optional<MailboxAddress> receiver = message.receiver(scene);
        if (message.hasMalware() || reason == MALWARE_REASON) {
            scene.alert(Topic.MALWARE, "malware in a message", message.succeeded() ? "high" : "medium", receiver);
        } else if (BAD_REASONS.contains(reason)) {
            scene.alert(Topic.SUSPICIOUS_MAIL, "message refused as spam or dangerous", "low", receiver);
        } else if (isUnproven(message)) {
            scene.alert(Topic.SUSPICIOUS_MAIL, "message delivered although its sender is not proven", "medium",
                    receiver);
        } else if (message.number(message.info().path("message_set"), "type") == PAST_THE_FILTER) {
            scene.alert(Topic.SUSPICIOUS_MAIL, "message taken past the spam filter", "medium", receiver);
        } else if (message.isSpam()) {
            scene.alert(Topic.SUSPICIOUS_MAIL, "message called spam", "low", receiver);
        }
    }

    /** From outside and delivered, but neither signed by the sender's domain nor sent by its servers. */
    private static boolean isUnproven(GmailMessage message) {
        JsonNode connection = message.connection();
        boolean inside = JsonTree.isTrue(connection, "is_internal") || JsonTree.isTrue(connection, "is_intra_domain");
        boolean unsigned = JsonTree.truth(connection, "dkim_pass").filter(pass -> !pass).isPresent();
        boolean unsent = JsonTree.truth(connection, "spf_pass").filter(pass -> !pass).isPresent();
        return !inside && unsigned && unsent && message.succeeded();
    }
}
