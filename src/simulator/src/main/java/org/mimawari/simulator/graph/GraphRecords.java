package org.mimawari.simulator.graph;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** Writes records in the shape Graph shows them. */
public final class GraphRecords {

    private static final DateTimeFormatter ZONELESS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private GraphRecords() {}

    public static String user(String id, String address) {
        return GraphJson.object(json -> {
            json.writeStringField("id", id);
            json.writeStringField("userPrincipalName", address);
            json.writeStringField("displayName", address.substring(0, address.indexOf('@')));
            json.writeStringField("mail", address);
            GraphJson.texts(json, "proxyAddresses", List.of("SMTP:" + address));
            json.writeStringField("userType", "Member");
            json.writeBooleanField("accountEnabled", true);
            json.writeStringField("createdDateTime", "2024-04-01T00:00:00Z");
        });
    }

    /** Mailbox settings without an automatic reply. */
    public static String settings(String purpose) {
        return GraphJson.object(json -> {
            json.writeStringField("timeZone", "Tokyo Standard Time");
            json.writeStringField("userPurpose", purpose);
            json.writeObjectFieldStart("automaticRepliesSetting");
            json.writeStringField("status", "disabled");
            json.writeStringField("externalAudience", "none");
            json.writeStringField("internalReplyMessage", "");
            json.writeStringField("externalReplyMessage", "");
            json.writeEndObject();
        });
    }

    /** A rule that takes mail about these words out of sight. */
    public static String hidingRule(String id, String name, List<String> words, String folder) {
        return GraphJson.object(json -> {
            json.writeStringField("id", id);
            json.writeStringField("displayName", name);
            json.writeNumberField("sequence", 1);
            json.writeBooleanField("isEnabled", true);
            json.writeBooleanField("hasError", false);
            json.writeBooleanField("isReadOnly", false);
            json.writeObjectFieldStart("conditions");
            GraphJson.texts(json, "bodyOrSubjectContains", words);
            json.writeEndObject();
            json.writeObjectFieldStart("actions");
            json.writeStringField("moveToFolder", folder);
            json.writeBooleanField("markAsRead", true);
            json.writeBooleanField("stopProcessingRules", true);
            json.writeEndObject();
        });
    }

    /** A rule that Graph cannot express. */
    public static String opaqueRule(String id, String name) {
        return GraphJson.object(json -> {
            json.writeStringField("id", id);
            json.writeStringField("displayName", name);
            json.writeNumberField("sequence", 2);
            json.writeBooleanField("isEnabled", true);
            json.writeBooleanField("hasError", false);
            json.writeBooleanField("isReadOnly", true);
        });
    }

    public static String folder(String id, String name) {
        return GraphJson.object(json -> {
            json.writeStringField("id", id);
            json.writeStringField("displayName", name);
        });
    }

    /**
     * A sign-in.
     *
     * @param address the user's
     * @param session empty in answers of v1.0, which does not show it
     */
    public record SignIn(String id, Instant time, String address, String ip, String country, int network, String client,
            String app, String appId, String session, int error, boolean secondFactor, String device) {}

    public static String signIn(SignIn signIn) {
        return GraphJson.object(json -> {
            json.writeStringField("id", signIn.id());
            json.writeStringField("createdDateTime", signIn.time().toString());
            json.writeStringField("userPrincipalName", signIn.address());
            json.writeStringField("userId", "00000000-0000-4000-9000-000000000000");
            json.writeStringField("appDisplayName", signIn.app());
            json.writeStringField("appId", signIn.appId());
            json.writeStringField("ipAddress", signIn.ip());
            json.writeStringField("clientAppUsed", "Browser");
            json.writeStringField("userAgent", signIn.client());
            json.writeBooleanField("isInteractive", signIn.session().isEmpty());
            json.writeObjectFieldStart("status");
            json.writeNumberField("errorCode", signIn.error());
            json.writeStringField("failureReason", "Other.");
            json.writeEndObject();
            json.writeObjectFieldStart("deviceDetail");
            json.writeStringField("deviceId", signIn.device());
            json.writeEndObject();
            json.writeObjectFieldStart("location");
            json.writeStringField("countryOrRegion", signIn.country());
            json.writeEndObject();
            if (!signIn.session().isEmpty()) {
                beta(json, signIn);
            }
        });
    }

    private static void beta(JsonGenerator json, SignIn signIn) throws IOException {
        json.writeStringField("sessionId", signIn.session());
        json.writeNumberField("autonomousSystemNumber", signIn.network());
        json.writeStringField("authenticationRequirement",
                signIn.secondFactor() ? "multiFactorAuthentication" : "singleFactorAuthentication");
        json.writeStringField("incomingTokenType", "refreshToken");
        GraphJson.texts(json, "signInEventTypes", List.of("nonInteractiveUser"));
    }

    /** What somebody did to a user, or to themselves, in the directory. */
    public static String directoryAudit(String id, Instant time, String activity, String user, Map<String, String> more) {
        return GraphJson.object(json -> {
            json.writeStringField("id", id);
            json.writeStringField("category", "UserManagement");
            json.writeStringField("result", "success");
            json.writeStringField("resultReason", more.getOrDefault("reason", ""));
            json.writeStringField("activityDisplayName", activity);
            json.writeStringField("activityDateTime", time.toString());
            json.writeStringField("loggedByService", "Authentication Methods");
            json.writeObjectFieldStart("initiatedBy");
            json.writeObjectFieldStart("user");
            json.writeStringField("userPrincipalName", more.getOrDefault("actor", user));
            json.writeStringField("ipAddress", more.getOrDefault("ip", ""));
            json.writeEndObject();
            json.writeEndObject();
            json.writeArrayFieldStart("targetResources");
            json.writeStartObject();
            json.writeStringField("id", "00000000-0000-4000-9000-000000000000");
            json.writeStringField("type", "User");
            json.writeStringField("userPrincipalName", user);
            json.writeArrayFieldStart("modifiedProperties");
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    /** A cmdlet in the unified audit log, in the wrapping of an audit search. */
    public static String cmdlet(String id, Instant time, String operation, String user, Map<String, String> parameters) {
        return GraphJson.object(json -> {
            json.writeStringField("id", id);
            json.writeStringField("createdDateTime", time.toString());
            json.writeStringField("auditLogRecordType", "ExchangeAdmin");
            json.writeStringField("operation", operation);
            json.writeStringField("userId", user);
            json.writeStringField("userPrincipalName", user);
            json.writeStringField("service", "Exchange");
            json.writeObjectFieldStart("auditData");
            json.writeStringField("CreationTime", ZONELESS.format(time));
            json.writeStringField("Id", id);
            json.writeStringField("Operation", operation);
            json.writeNumberField("RecordType", 1);
            json.writeStringField("ResultStatus", "True");
            json.writeNumberField("UserType", 0);
            json.writeStringField("Workload", "Exchange");
            json.writeStringField("UserId", user);
            json.writeStringField("ClientIP", parameters.getOrDefault("ClientIP", ""));
            json.writeStringField("ObjectId", user);
            json.writeArrayFieldStart("Parameters");
            for (Map.Entry<String, String> each : parameters.entrySet()) {
                if (!each.getKey().equals("ClientIP")) {
                    json.writeStartObject();
                    json.writeStringField("Name", each.getKey());
                    json.writeStringField("Value", each.getValue());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    /** A message as a Sent folder lists it. */
    public static String sent(String id, Instant time, String from, List<String> to, String subject) {
        return GraphJson.object(json -> {
            json.writeStringField("id", id);
            json.writeStringField("internetMessageId", "<" + id + "@mail.example>");
            json.writeStringField("subject", subject);
            json.writeStringField("sentDateTime", time.toString());
            json.writeBooleanField("isDraft", false);
            json.writeStringField("parentFolderId", "sent-folder");
            for (String role : List.of("from", "sender")) {
                json.writeObjectFieldStart(role);
                GraphJson.recipient(json, from);
                json.writeEndObject();
            }
            GraphJson.recipients(json, "toRecipients", to);
            GraphJson.recipients(json, "ccRecipients", List.of());
            GraphJson.recipients(json, "bccRecipients", List.of());
            GraphJson.recipients(json, "replyTo", List.of());
        });
    }

    /** A row of the message trace. */
    public static String trace(String id, Instant time, String from, String to, String subject) {
        return GraphJson.object(json -> {
            json.writeStringField("id", id);
            json.writeStringField("messageId", "<" + id + "@mail.example>");
            json.writeStringField("senderAddress", from);
            json.writeStringField("recipientAddress", to);
            json.writeStringField("subject", subject);
            json.writeStringField("status", "delivered");
            json.writeStringField("fromIP", "192.0.2.10");
            json.writeStringField("receivedDateTime", time.toString());
            json.writeNumberField("size", 12_000);
        });
    }

    /** An application of somebody else's with access to mail. */
    public static String principal(String id, String name) {
        return GraphJson.object(json -> {
            json.writeStringField("id", id);
            json.writeStringField("appId", id);
            json.writeStringField("displayName", name);
            json.writeStringField("appDisplayName", name);
            json.writeStringField("appOwnerOrganizationId", "00000000-0000-4000-8000-00000000dada");
            json.writeStringField("servicePrincipalType", "Application");
            json.writeBooleanField("accountEnabled", true);
        });
    }

    /** What one user granted an application. */
    public static String grant(String id, String principal, String user, String scopes) {
        return GraphJson.object(json -> {
            json.writeStringField("id", id);
            json.writeStringField("clientId", principal);
            json.writeStringField("consentType", "Principal");
            json.writeStringField("principalId", user);
            json.writeStringField("resourceId", "00000000-0000-4000-8000-00000000eeee");
            json.writeStringField("scope", scopes);
        });
    }

    /** What an application may do by itself. */
    public static String role(String id, String principal, String name) {
        return GraphJson.object(json -> {
            json.writeStringField("id", id);
            json.writeStringField("appRoleId", "810c84a8-4a9e-49e6-bf7d-12d183f40d01");
            json.writeStringField("principalId", principal);
            json.writeStringField("principalDisplayName", name);
            json.writeStringField("principalType", "ServicePrincipal");
            json.writeStringField("createdDateTime", "2026-01-15T00:00:00Z");
        });
    }

    /** A sign-in that the provider thinks risky. */
    public static String riskDetection(String id, Instant time, String user, String ip) {
        return GraphJson.object(json -> {
            json.writeStringField("id", id);
            json.writeStringField("riskEventType", "unfamiliarFeatures");
            json.writeStringField("riskState", "atRisk");
            json.writeStringField("riskLevel", "medium");
            json.writeStringField("riskDetail", "none");
            json.writeStringField("detectionTimingType", "realtime");
            json.writeStringField("activityDateTime", time.toString());
            json.writeStringField("detectedDateTime", time.toString());
            json.writeStringField("userPrincipalName", user);
            json.writeStringField("ipAddress", ip);
        });
    }

    /** A user whom the provider thinks at risk. */
    public static String riskyUser(String id, Instant time, String user) {
        return GraphJson.object(json -> {
            json.writeStringField("id", id);
            json.writeStringField("riskState", "atRisk");
            json.writeStringField("riskLevel", "medium");
            json.writeStringField("riskDetail", "none");
            json.writeStringField("riskLastUpdatedDateTime", time.toString());
            json.writeStringField("userPrincipalName", user);
        });
    }

    /** With what a user may sign in. */
    public static String registration(String id, String user, List<String> methods) {
        return GraphJson.object(json -> {
            json.writeStringField("id", id);
            json.writeStringField("userPrincipalName", user);
            json.writeBooleanField("isMfaRegistered", !methods.isEmpty());
            json.writeBooleanField("isMfaCapable", !methods.isEmpty());
            json.writeStringField("userType", "member");
            GraphJson.texts(json, "methodsRegistered", methods);
        });
    }
}
