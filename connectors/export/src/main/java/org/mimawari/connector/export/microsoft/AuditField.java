package org.mimawari.connector.export.microsoft;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The fields of audit records that mean something here, under every name the exports give them. Source: Office 365
 * Management Activity API schema; Search-UnifiedAuditLog, Purview, Microsoft Graph and Sentinel name some differently.
 */
enum AuditField {
    AUDIT_DATA(Shape.STRUCTURE, "AuditData", "auditData", "AdditionalProperties"),
    TIME(Shape.TEXT, "CreationTime", "CreationDate", "createdDateTime", "TimeGenerated", "CreatedDateTime",
            "LastAccessed"),
    ID(Shape.TEXT, "Id", "RecordId", "id", "OfficeId"),
    ROW_ID(Shape.TEXT, "Identity"),
    OPERATION(Shape.WORD, "Operation", "Operations", "operation"),
    USER(Shape.WORD, "UserId", "UserIds", "userPrincipalName"),
    USER_KEY(Shape.TEXT, "UserKey"),
    USER_TYPE(Shape.WORD, "UserType", "userType"),
    RECORD_TYPE(Shape.WORD, "RecordType", "auditLogRecordType"),
    CLIENT_IP(Shape.WORD, "ClientIP", "ClientIp", "clientIp"),
    CLIENT_IP_ADDRESS(Shape.WORD, "ClientIPAddress", "Client_IPAddress"),
    ACTOR_IP(Shape.WORD, "ActorIpAddress", "ActorIPAddress"),
    OBJECT_ID(Shape.TEXT, "ObjectId", "objectId", "OfficeObjectId"),
    RESULT(Shape.WORD, "ResultStatus"),
    APPLICATION_ID(Shape.WORD, "ApplicationId"),
    ERROR_NUMBER(Shape.WORD, "ErrorNumber"),
    LOGON_ERROR(Shape.WORD, "LogonError"),
    APP_ID(Shape.WORD, "AppId"),
    CLIENT_APP_ID(Shape.WORD, "ClientAppId"),
    CLIENT(Shape.WORD, "ClientInfoString"),
    USER_AGENT(Shape.WORD, "UserAgent"),
    SESSION(Shape.TEXT, "SessionId", "AADSessionId"),
    LOGON_TYPE(Shape.WORD, "LogonType", "Logon_Type"),
    EXTERNAL_ACCESS(Shape.WORD, "ExternalAccess"),
    OWNER(Shape.WORD, "MailboxOwnerUPN"),
    SEND_AS(Shape.TEXT, "SendAsUserSmtp"),
    SEND_ON_BEHALF(Shape.TEXT, "SendOnBehalfOfUserSmtp"),
    COUNT(Shape.TEXT, "OperationCount"),
    QUERY(Shape.TEXT, "QueryText"),
    TARGET_NAME(Shape.TEXT, "TargetUserOrGroupName"),
    TARGET_TYPE(Shape.TEXT, "TargetUserOrGroupType"),
    NAME(Shape.TEXT, "Name"),
    SEVERITY(Shape.TEXT, "Severity"),
    ALERT_ENTITY(Shape.TEXT, "AlertEntityId"),
    ALERT_DATA(Shape.TEXT, "Data"),
    COMMENTS(Shape.TEXT, "Comments"),
    REASON(Shape.TEXT, "Reason"),
    EVENT(Shape.TEXT, "Event"),
    EVENT_VALUE(Shape.TEXT, "EventValue"),
    PARAMETERS(Shape.PROPERTIES, "Parameters", "NonPIIParameters"),
    EXTENDED(Shape.PROPERTIES, "ExtendedProperties"),
    DEVICE(Shape.PROPERTIES, "DeviceProperties"),
    OPERATION_PROPERTIES(Shape.PROPERTIES, "OperationProperties"),
    MODIFIED(Shape.PROPERTIES, "ModifiedProperties"),
    ACTOR(Shape.PROPERTIES, "Actor"),
    TARGET(Shape.PROPERTIES, "Target"),
    CONTEXT(Shape.STRUCTURE, "AppAccessContext"),
    FOLDERS(Shape.STRUCTURE, "Folders"),
    FOLDER(Shape.STRUCTURE, "Folder"),
    DESTINATION(Shape.STRUCTURE, "DestFolder"),
    ITEM(Shape.STRUCTURE, "Item"),
    AFFECTED(Shape.STRUCTURE, "AffectedItems"),
    MEMBER(Shape.TEXT),
    MEMBER_RIGHTS(Shape.TEXT),
    ATTACHMENTS(Shape.TEXT),
    SIZE(Shape.TEXT),
    OTHER(Shape.TEXT);

    /** What the value looks like. */
    enum Shape {
        TEXT,
        /** A text out of a small set. */
        WORD,
        /** A list of names and values. */
        PROPERTIES,
        STRUCTURE
    }

    private static final Map<String, AuditField> BY_NAME = byName();
    private static final Map<String, AuditField> BY_COLUMN = byColumn();

    private final Shape shape;
    private final List<String> names;

    AuditField(Shape shape, String... names) {
        this.shape = shape;
        this.names = List.of(names);
    }

    Shape shape() {
        return shape;
    }

    boolean isText() {
        return shape == Shape.TEXT || shape == Shape.WORD;
    }

    long bit() {
        return 1L << ordinal();
    }

    /** The field under exactly this JSON name, or {@code OTHER}. */
    static AuditField of(String name) {
        return BY_NAME.getOrDefault(name, OTHER);
    }

    /** The field under this column name, ignoring case and spaces, or {@code OTHER}. */
    static AuditField ofColumn(String column) {
        return BY_COLUMN.getOrDefault(column.replace(" ", "").strip().toLowerCase(Locale.ROOT), OTHER);
    }

    private static Map<String, AuditField> byName() {
        Map<String, AuditField> fields = new HashMap<>();
        for (AuditField field : values()) {
            field.names.forEach(name -> fields.put(name, field));
        }
        return fields;
    }

    private static Map<String, AuditField> byColumn() {
        Map<String, AuditField> fields = new HashMap<>();
        BY_NAME.forEach((name, field) -> fields.put(name.toLowerCase(Locale.ROOT), field));
        // In tables that column holds the name of a type.
        fields.remove("additionalproperties");
        return fields;
    }
}
