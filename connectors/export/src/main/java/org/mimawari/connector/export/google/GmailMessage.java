package org.mimawari.connector.export.google;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Place;

/**
 * The message of one row of the Gmail log.
 *
 * @param event {@code event_info}
 * @param info {@code message_info}
 */
record GmailMessage(JsonNode event, JsonNode info) {

    private static final int MOST_RECIPIENTS = 10_000;
    private static final String SERVICE_MARK = "::";

    static GmailMessage of(Scene scene) {
        return new GmailMessage(scene.parameters().tree("event_info"), scene.parameters().tree("message_info"));
    }

    boolean isEmpty() {
        return event.isMissingNode() && info.isMissingNode();
    }

    /** Number of what happened; 0 for a stage of delivery. */
    int eventType() {
        return (int) Math.max(0, number(event, "mail_event_type"));
    }

    boolean succeeded() {
        return JsonTree.truth(event, "success").orElse(true);
    }

    Optional<String> client() {
        return JsonTree.text(event.path("client_context"), "client_type").map(text -> text.toUpperCase(Locale.ROOT));
    }

    Optional<String> delegate() {
        return JsonTree.text(event.path("client_context").path("session_context"), "delegate_user_email");
    }

    Optional<String> session() {
        return JsonTree.text(event.path("client_context").path("session_context"), "dusi");
    }

    Optional<String> messageId() {
        return JsonTree.text(info, "rfc2822_message_id");
    }

    Optional<String> subject() {
        return JsonTree.text(info, "subject");
    }

    Optional<String> from() {
        return JsonTree.text(info.path("source"), "from_header_address", "address");
    }

    Optional<String> envelopeFrom() {
        return JsonTree.text(info.path("source"), "address");
    }

    boolean isSpam() {
        return JsonTree.isTrue(info, "is_spam") || !JsonTree.texts(info.path("spam_info"), "disposition").isEmpty()
                && number(info.path("spam_info"), "disposition") > 1;
    }

    boolean isOutboundCheck() {
        return JsonTree.isTrue(info, "is_policy_check_for_sender");
    }

    long size() {
        return Math.max(0, number(info, "payload_size"));
    }

    JsonNode connection() {
        return info.path("connection_info");
    }

    long number(JsonNode node, String name) {
        return JsonTree.text(node, name).map(EventParameters::whole).orElse(-1L);
    }

    Optional<IpAddress> ip() {
        return JsonTree.text(connection(), "smtp_user_agent_ip", "client_ip").flatMap(IpAddress::find);
    }

    /** The record's own place; the country of the connection where it has none. */
    Place place(Place recorded) {
        return recorded.isUnknown() ? JsonTree.text(connection(), "ip_geo_country").filter(code -> code.length() == 2)
                .map(code -> Place.inCountry(code.toUpperCase(Locale.ROOT))).orElse(recorded) : recorded;
    }

    boolean hasMalware() {
        JsonNode attachments = info.path("attachment");
        if (attachments.isArray()) {
            for (JsonNode each : attachments) {
                if (number(each, "malware_family") > 0) {
                    return true;
                }
            }
        }
        return number(attachments, "malware_family") > 0;
    }

    List<String> attachments() {
        List<String> names = new ArrayList<>();
        JsonNode attachments = info.path("attachment");
        if (attachments.isObject()) {
            JsonTree.text(attachments, "file_name").ifPresent(names::add);
        }
        attachments.forEach(each -> JsonTree.text(each, "file_name").ifPresent(names::add));
        return names;
    }

    List<String> linkHosts() {
        return JsonTree.texts(info, "link_domain").stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    }

    /** Addresses it went to, in lower case, each once: of {@code destination}, else of its flattened form. */
    List<String> recipients() {
        Set<String> recipients = new LinkedHashSet<>();
        JsonNode destination = info.path("destination");
        if (destination.isObject()) {
            JsonTree.text(destination, "address").ifPresent(to -> add(to, recipients));
        }
        destination.forEach(each -> JsonTree.text(each, "address").ifPresent(to -> add(to, recipients)));
        if (recipients.isEmpty()) {
            flattened(JsonTree.text(info, "flattened_destinations").orElse(""), recipients);
        }
        return List.copyOf(recipients);
    }

    /** {@code service:selector:address service:selector:address}, the selector often empty. */
    private static void flattened(String text, Set<String> recipients) {
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) <= ' ' || text.charAt(at) == ',') {
                String part = text.substring(from, at);
                int mark = part.indexOf(SERVICE_MARK);
                int colon = part.lastIndexOf(':');
                add(mark >= 0 ? part.substring(mark + 2) : part.substring(colon + 1), recipients);
                from = at + 1;
            }
        }
    }

    private static void add(String address, Set<String> recipients) {
        if (recipients.size() < MOST_RECIPIENTS) {
            MailboxAddress.findFull(address).map(MailboxAddress::text).ifPresent(recipients::add);
        }
    }

    /** Whose mailbox the message is in: the account of the record, else the only or first own recipient. */
    Optional<MailboxAddress> receiver(Scene scene) {
        if (scene.actor().isPresent()) {
            return scene.actor();
        }
        List<MailboxAddress> to = recipients().stream().map(MailboxAddress::new).toList();
        return to.stream().filter(scene.own()::contains).findFirst().or(() -> to.stream().findFirst());
    }
}
