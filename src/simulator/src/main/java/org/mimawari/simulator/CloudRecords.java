package org.mimawari.simulator;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Writes what Microsoft 365 records: sign-ins as Graph shows them, audit records, message-trace rows. */
final class CloudRecords {

    private static final JsonFactory JSON = new JsonFactory();
    private static final DateTimeFormatter ZONELESS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Recorded evidence;
    private final Chance chance;

    /** Somebody's session: who, from where, with what. */
    record Session(Persona persona, Place place, String client, String id, boolean managed) {}

    /** Writes part of a JSON object. */
    private interface Part {
        void write(JsonGenerator json) throws IOException;
    }

    CloudRecords(Recorded evidence, Chance chance) {
        this.evidence = evidence;
        this.chance = chance;
    }

    Session session(Persona persona, Place place, String client, boolean managed) {
        return new Session(persona, place, client, chance.guid(), managed);
    }

    /** A sign-in to Outlook on the web; an error code of 0 is a success, 50126 a wrong password. */
    void signIn(Instant time, Session session, int errorCode) {
        Place place = session.place();
        evidence.signIn(time, object(json -> {
            json.writeStringField("id", chance.guid());
            json.writeStringField("createdDateTime", time.toString());
            json.writeStringField("userPrincipalName", session.persona().address());
            json.writeStringField("appId", "00000002-0000-0ff1-ce00-000000000000");
            json.writeStringField("appDisplayName", "Office 365 Exchange Online");
            json.writeStringField("ipAddress", place.ip());
            json.writeNumberField("autonomousSystemNumber", place.network());
            json.writeStringField("clientAppUsed", "Browser");
            json.writeBooleanField("isInteractive", true);
            json.writeStringField("sessionId", session.id());
            json.writeStringField("userAgent", session.client());
            json.writeStringField("authenticationRequirement",
                    session.managed() ? "multiFactorAuthentication" : "singleFactorAuthentication");
            json.writeObjectFieldStart("status");
            json.writeNumberField("errorCode", errorCode);
            json.writeEndObject();
            json.writeObjectFieldStart("deviceDetail");
            json.writeStringField("deviceId", session.managed() ? device(session.persona()) : "");
            json.writeBooleanField("isManaged", session.managed());
            json.writeEndObject();
            location(json, place);
        }));
    }

    private static String device(Persona persona) {
        return String.format("%08x-0000-4000-a000-000000000001", persona.address().hashCode());
    }

    private static void location(JsonGenerator json, Place place) throws IOException {
        json.writeObjectFieldStart("location");
        json.writeStringField("city", place.city());
        json.writeStringField("countryOrRegion", place.country());
        json.writeObjectFieldStart("geoCoordinates");
        json.writeNumberField("latitude", place.latitude());
        json.writeNumberField("longitude", place.longitude());
        json.writeEndObject();
        json.writeEndObject();
    }

    /** A new inbox rule in the audit log. */
    void newInboxRule(Instant time, Session session, Map<String, String> parameters) {
        audit(time, session, "New-InboxRule", 1, json -> {
            json.writeStringField("ObjectId", session.persona().address() + "\\" + parameters.get("Name"));
            json.writeStringField("ClientIP", session.place().ip() + ":" + (40_000 + chance.below(20_000)));
            json.writeArrayFieldStart("Parameters");
            for (Map.Entry<String, String> each : parameters.entrySet()) {
                json.writeStartObject();
                json.writeStringField("Name", each.getKey());
                json.writeStringField("Value", each.getValue());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    /** Mail that was opened ({@code Bind}) or fetched as a whole ({@code Sync}). */
    void mailItemsAccessed(Instant time, Session session, String type, int items) {
        audit(time, session, "MailItemsAccessed", 50, json -> {
            json.writeStringField("MailboxOwnerUPN", session.persona().address());
            json.writeStringField("ClientIPAddress", session.place().ip());
            json.writeStringField("ClientInfoString", "Client=REST;" + session.client());
            json.writeNumberField("LogonType", 0);
            json.writeArrayFieldStart("OperationProperties");
            property(json, "MailAccessType", type);
            property(json, "IsThrottled", "False");
            json.writeEndArray();
            json.writeNumberField("OperationCount", items);
            json.writeArrayFieldStart("Folders");
            json.writeStartObject();
            json.writeStringField("Path", "\\Inbox");
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    void search(Instant time, Session session, String query) {
        audit(time, session, "SearchQueryInitiatedExchange", 52, json -> {
            json.writeStringField("QueryText", query);
            json.writeStringField("ClientIP", session.place().ip());
        });
    }

    private static void property(JsonGenerator json, String name, String value) throws IOException {
        json.writeStartObject();
        json.writeStringField("Name", name);
        json.writeStringField("Value", value);
        json.writeEndObject();
    }

    private void audit(Instant time, Session session, String operation, int recordType, Part rest) {
        evidence.audit(time, object(json -> {
            json.writeStringField("CreationTime", ZONELESS.format(time));
            json.writeStringField("Id", chance.guid());
            json.writeStringField("Operation", operation);
            json.writeNumberField("RecordType", recordType);
            json.writeStringField("ResultStatus", "Succeeded");
            json.writeNumberField("UserType", 0);
            json.writeStringField("Workload", "Exchange");
            json.writeStringField("UserId", session.persona().address());
            json.writeStringField("SessionId", session.id());
            rest.write(json);
        }));
    }

    /** One message to some recipients, as the message trace lists it: a row for each recipient. */
    void sends(Instant time, Persona from, String subject, List<String> recipients) {
        String messageId = "<" + chance.hex(24) + "@" + Company.DOMAIN + ">";
        String traceId = chance.guid();
        for (String to : recipients) {
            evidence.trace(time, String.join(",", quoted(ZONELESS.format(time)), quoted(from.address()), quoted(to),
                    quoted(subject), "\"Delivered\"", quoted(from.place().ip()), "\"" + (2_000 + chance.below(60_000)) + "\"",
                    quoted(messageId), quoted(traceId)));
        }
    }

    static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String object(Part part) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            part.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }
}
