package org.mimawari.connector.export.exchange;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.export.tree.ExportTime;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxAddress;

/**
 * One row of a message trace (cmdlet, admin centre, historical search, Graph) or of a message tracking log of Exchange
 * Server: what one step of delivery did for one or more recipients.
 *
 * @param fate what became of these recipients, as far as the row tells
 * @param incoming true or false where the row says which way the message went
 */
record TraceRow(Optional<String> messageId, Optional<MailboxAddress> sender, List<Recipient> recipients, Fate fate,
        Optional<Instant> time, Optional<String> subject, Optional<IpAddress> ip, long size, Optional<Boolean> incoming,
        String identity) {

    /** What a row says about its recipients. {@code NONE} is a step that says nothing about them. */
    enum Fate { ADDRESSED, DELIVERED, FAILED, PENDING, EXPANDED, FILTERED, NONE }

    /** A recipient with its own fate where the row lists several. */
    record Recipient(String address, Fate fate) {}

    private static final int MOST_RECIPIENTS = 20_000;
    private static final Set<String> NO_ADDRESS = Set.of("255.255.255.255", "0.0.0.0");
    private static final String SEPARATORS = ";, \t\r\n";

    /** True where these are the columns of a trace or tracking log. */
    static boolean recognises(Tree fields) {
        if (fields.hasAny("AuditData", "RecordType", "Event status", "Event target", "Operations")) {
            return false;
        }
        boolean exact = fields.has("sender-address") && fields.hasAny("recipient-address", "recipient-status");
        boolean log = fields.hasAll("Sender", "Recipients", "MessageId") && fields.hasAny("EventId", "MessageSubject");
        boolean centre = fields.hasAll("Message ID", "Status") && fields.hasAny("Sender", "Sender address")
                && fields.hasAny("Recipient", "Recipient address", "Recipients");
        if (fields.hasAll("EmailDirection", "RecipientEmailAddress", "SenderFromAddress")) {
            return true;
        }
        return (exact || log || centre)
                && fields.hasAny("Status", "event-id", "message-id", "FromIP", "recipient-status", "directionality");
    }

    static TraceRow of(Tree fields) {
        Fate fate = fate(fields);
        return new TraceRow(fields.find("message-id", "internetMessageId"),
                fields.find("sender-address", "Sender", "From", "SenderFromAddress", "SenderMailFromAddress")
                        .flatMap(MailboxAddress::findFull),
                recipients(fields, fate), fate,
                fields.find("date_time_utc", "date-time", "origin_timestamp_utc", "Received", "receivedDateTime",
                        "Timestamp", "Date (UTC)", "Date", "Received date", "Start date",
                        "Event date").flatMap(ExportTime::find)
                        .or(() -> new CmdletObject(fields).time("Received", "Timestamp")),
                fields.find("message-subject", "Subject"),
                fields.find("original-client-ip", "FromIP", "from_ip", "client-ip", "SenderIPv4",
                        "SenderIPv6").flatMap(IpAddress::find)
                        .filter(ip -> !ip.isLocal() && !NO_ADDRESS.contains(ip.text())),
                size(fields.find("total-bytes", "Size", "message_size").orElse("")), incoming(fields),
                identity(fields));
    }

    /** What the rows of one message have in common. */
    String message() {
        String unnamed = identity.isEmpty() ? time.map(Instant::toString).orElse("") + subject.orElse("") : identity;
        String own = messageId.map(id -> id.toLowerCase(Locale.ROOT)).orElse(unnamed);
        return own + "\n" + sender.map(MailboxAddress::text).orElse("");
    }

    /** The same for the same row, from whichever route it was exported. */
    long fingerprint() {
        Fingerprint print = new Fingerprint().add("message trace").add(message()).add(fate.name());
        print.add(time.map(Instant::getEpochSecond).orElse(0L)).add(identity);
        recipients.forEach(recipient -> print.add(recipient.address()));
        return print.value();
    }

    /** The event of a tracking log tells rows of the same second apart; a trace has one row a recipient. */
    private static String identity(Tree fields) {
        String event = fields.find("event-id").orElse("");
        if (event.isEmpty()) {
            boolean named = fields.find("message-id").isPresent();
            return named ? "" : fields.find("MessageTraceId", "id").orElse("");
        }
        return event + fields.find("source").orElse("") + fields.find("internal-message-id").orElse("")
                + fields.find("date_time_utc", "date-time", "Timestamp").orElse("")
                + fields.find("connector-id").orElse("");
    }

    private static Fate fate(Tree fields) {
        Optional<String> event = fields.find("event-id");
        return event.isPresent() ? ofEvent(event.get().toUpperCase(Locale.ROOT))
                : ofStatus(fields.find("Status", "delivery_status", "DeliveryAction", "Event status").orElse(""));
    }

    /** Source: "Search message tracking logs", event types. */
    private static Fate ofEvent(String event) {
        return switch (event) {
            case "RECEIVE", "SUBMIT" -> Fate.ADDRESSED;
            case "SEND", "SENDEXTERNAL", "DELIVER", "DUPLICATEDELIVER" -> Fate.DELIVERED;
            case "FAIL", "POISONMESSAGE" -> Fate.FAILED;
            case "DEFER" -> Fate.PENDING;
            case "EXPAND" -> Fate.EXPANDED;
            default -> Fate.NONE;
        };
    }

    private static Fate ofStatus(String status) {
        String word = status.toLowerCase(Locale.ROOT).replace(" ", "");
        if (word.contains("fail") || word.startsWith("bounce") || word.startsWith("reject") || word.equals("dropped")) {
            return Fate.FAILED;
        }
        if (word.contains("pending") || word.contains("gettingstatus") || word.startsWith("defer")) {
            return Fate.PENDING;
        }
        if (word.contains("expand")) {
            return Fate.EXPANDED;
        }
        boolean filtered = word.contains("spam") || word.contains("quarantine") || word.equals("blocked");
        return filtered ? Fate.FILTERED : Fate.DELIVERED;
    }

    private static List<Recipient> recipients(Tree fields, Fate fate) {
        List<Recipient> found = new ArrayList<>();
        List<String> listed = fields.at("recipient-address", "Recipients", "Recipient",
                "RecipientEmailAddress").texts();
        for (String each : listed) {
            split(each, fate, found);
        }
        if (found.isEmpty()) {
            fields.find("recipient-status").ifPresent(text -> withStatus(text, found));
        }
        return found;
    }

    private static void split(String text, Fate fate, List<Recipient> found) {
        int from = 0;
        for (int i = 0; i <= text.length() && found.size() < MOST_RECIPIENTS; i++) {
            if (i == text.length() || SEPARATORS.indexOf(text.charAt(i)) >= 0) {
                address(text.substring(from, i)).ifPresent(address -> found.add(new Recipient(address, fate)));
                from = i + 1;
            }
        }
    }

    /** Historical searches write {@code a@example.jp##Receive, Send;b@example.jp##Receive, Fail}. */
    private static void withStatus(String text, List<Recipient> found) {
        for (String part : text.split(";", MOST_RECIPIENTS)) {
            int mark = part.indexOf("##");
            String status = mark < 0 ? "" : part.substring(mark + 2);
            address(mark < 0 ? part : part.substring(0, mark))
                    .ifPresent(address -> found.add(new Recipient(address, ofStatus(status))));
        }
    }

    private static Optional<String> address(String text) {
        String bare = text.strip().replace("\"", "").replace("'", "");
        return bare.indexOf('@') < 0 ? Optional.empty() : MailboxAddress.findFull(bare).map(MailboxAddress::text);
    }

    private static Optional<Boolean> incoming(Tree fields) {
        return fields.find("directionality", "Direction", "EmailDirection").map(text -> text.toLowerCase(Locale.ROOT))
                .flatMap(text -> switch (text) {
            case "incoming", "inbound", "received" -> Optional.of(true);
            case "originating", "outbound", "intraorg", "intra-org", "sent" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    private static long size(String text) {
        boolean number = !text.isEmpty() && text.length() <= 15 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Long.parseLong(text) : 0;
    }
}
