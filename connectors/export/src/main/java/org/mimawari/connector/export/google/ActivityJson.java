package org.mimawari.connector.export.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimawari.connector.export.Timestamps;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.Place;

/**
 * Reads one activity in each of its shapes: the Reports API's own, the same flattened to one event a record, a row of
 * the BigQuery export ({@code record_type, event_name, event_info …}), and an entry of Cloud Logging.
 */
final class ActivityJson {

    private static final String GMAIL = "gmail";

    private ActivityJson() {}

    /** The activity; empty where the record is none. */
    static Optional<Activity> read(JsonNode record, EvidenceRef line) {
        if (record.path("protoPayload").path("metadata").has("event")) {
            return Optional.of(logEntry(record, line));
        }
        if (record.has("record_type") || record.has("event_name") || record.has("event_info")) {
            return Optional.of(tableRow(record, line));
        }
        boolean none = !record.path("id").isObject() && !record.path("events").isArray() && !record.has("parameters");
        return none ? Optional.empty() : Optional.of(activity(record, line));
    }

    private static Activity activity(JsonNode record, EvidenceRef line) {
        JsonNode id = record.path("id");
        JsonNode actor = record.path("actor");
        List<ActivityEvent> events = new ArrayList<>();
        JsonNode listed = record.path("events");
        if (listed.isObject()) {
            events.add(event(listed));
        } else {
            listed.forEach(event -> events.add(event(event)));
        }
        if (events.isEmpty()) {
            events.add(event(record));
        }
        ActivityActor who = new ActivityActor(JsonTree.text(actor, "email", "key", "profileId"),
                JsonTree.text(record, "ipAddress").flatMap(IpAddress::find), place(record.path("networkInfo")),
                JsonTree.text(record, "userAgent"), JsonTree.text(actor.path("applicationInfo"), "oauthClientId"));
        return new Activity(named(line, JsonTree.text(id, "uniqueQualifier")),
                JsonTree.text(id, "applicationName").orElse("").toLowerCase(Locale.ROOT),
                JsonTree.text(id, "time").flatMap(Timestamps::find), who, events);
    }

    private static ActivityEvent event(JsonNode event) {
        String status = JsonTree.text(event.path("status"), "eventStatus").orElse("");
        return new ActivityEvent(JsonTree.text(event, "type").orElse(""), JsonTree.text(event, "name").orElse(""),
                ActivityParameters.read(event.path("parameters"), event.path("sensitiveParameters")),
                !status.equalsIgnoreCase("FAILED") && !status.equalsIgnoreCase("FAILURE"));
    }

    private static Place place(JsonNode network) {
        Optional<Long> asn = JsonTree.texts(network, "ipAsn").stream().map(EventParameters::whole)
                .filter(number -> number > 0).findFirst();
        Optional<String> country = JsonTree.text(network, "regionCode").map(code -> code.toUpperCase(Locale.ROOT));
        return Place.of(country, asn, Optional.empty());
    }

    /** A row of the table {@code activity}, or of the older table of Gmail's log alone. */
    private static Activity tableRow(JsonNode row, EvidenceRef line) {
        boolean mail = row.has("event_info");
        String application = JsonTree.text(row, "record_type").orElse(mail ? GMAIL : "").toLowerCase(Locale.ROOT);
        JsonNode details = mail ? mail(row) : row.path(application);
        ActivityEvent event = new ActivityEvent(JsonTree.text(row, "event_type").orElse(""),
                JsonTree.text(row, "event_name").orElse(mail ? "delivery" : ""),
                ActivityParameters.read(details.isArray() ? JsonNodeFactory.instance.objectNode() : details), true);
        ActivityActor who = new ActivityActor(JsonTree.text(row, "email"),
                JsonTree.text(row, "ip_address").flatMap(IpAddress::find), place(row.path("network_info")),
                JsonTree.text(row, "user_agent"), Optional.empty());
        Optional<Instant> time = JsonTree.text(row, "time_usec").flatMap(ActivityJson::micros)
                .or(() -> JsonTree.text(row.path("event_info"), "timestamp_usec").flatMap(ActivityJson::micros));
        return new Activity(named(line, JsonTree.text(row, "unique_identifier", "unique_qualifier")), application, time,
                who, List.of(event));
    }

    private static JsonNode mail(JsonNode row) {
        ObjectNode details = JsonNodeFactory.instance.objectNode();
        details.set("event_info", row.path("event_info"));
        details.set("message_info", row.has("message_info") ? row.path("message_info") : details.objectNode());
        return details;
    }

    /** Microseconds since the epoch, as the Gmail log and BigQuery give them; a text with a date is read as such. */
    static Optional<Instant> micros(String text) {
        long number = EventParameters.whole(text);
        return number < 0 ? Timestamps.find(text)
                : Optional.of(Instant.ofEpochSecond(number / 1_000_000, number % 1_000_000 * 1_000));
    }

    /** Google Workspace audit logs shared with Google Cloud. */
    private static Activity logEntry(JsonNode entry, EvidenceRef line) {
        JsonNode payload = entry.path("protoPayload");
        List<ActivityEvent> events = new ArrayList<>();
        for (JsonNode event : payload.path("metadata").path("event")) {
            events.add(new ActivityEvent(JsonTree.text(event, "eventType").orElse(""),
                    JsonTree.text(event, "eventName").orElse(""), ActivityParameters.read(event.path("parameter")),
                    true));
        }
        ActivityActor who = new ActivityActor(JsonTree.text(payload.path("authenticationInfo"), "principalEmail"),
                JsonTree.text(payload.path("requestMetadata"), "callerIp").flatMap(IpAddress::find), Place.UNKNOWN,
                JsonTree.text(payload.path("requestMetadata"), "callerSuppliedUserAgent"), Optional.empty());
        String service = JsonTree.text(payload, "serviceName").orElse("").toLowerCase(Locale.ROOT);
        int dot = service.indexOf('.');
        String application = service.startsWith("oauth2.") ? "token" : dot < 0 ? service : service.substring(0, dot);
        Optional<String> id = JsonTree.text(payload.path("metadata").path("activityId"), "uniqQualifier")
                .or(() -> JsonTree.text(entry, "insertId"));
        return new Activity(named(line, id), application,
                JsonTree.text(entry, "timestamp").flatMap(Timestamps::find), who, events);
    }

    private static EvidenceRef named(EvidenceRef line, Optional<String> id) {
        return new EvidenceRef(line.source(), line.locator(), id);
    }
}
