package org.mimawari.connector.export.entra;

import java.util.List;
import java.util.Locale;
import org.mimawari.connector.export.tree.Tree;

/**
 * One record of the Entra logs, taken out of the envelope of Azure Monitor where it is in one, with what it is.
 *
 * @param category the log it came from where the envelope says so, for example {@code NonInteractiveUserSignInLogs}
 * @param fields its own fields, and below them those of the envelope
 */
record EntraRecord(Kind kind, String category, Tree fields) {

    /** What a record is. {@code IGNORED} is a record of a log that says nothing about mailboxes. */
    enum Kind { SIGN_IN, AUDIT, RISK_DETECTION, RISKY_USER, ALERT, IGNORED, UNKNOWN }

    private static final List<String> OTHER_LOGS = List.of("provisioninglogs", "microsoftgraphactivitylogs",
            "networkaccess", "b2crequestlogs", "enrichedoffice365auditlogs", "remotenetworkhealthlogs",
            "microsoftserviceprincipalsigninlogs");

    static EntraRecord of(Tree exported) {
        Tree record = HuntingColumns.renamed(exported);
        Tree properties = record.at("properties");
        boolean enveloped = properties.isObject() && record.hasAny("category", "operationName", "resourceId");
        Tree fields = enveloped ? properties.or(record) : record;
        String category = (enveloped ? record.find("category") : record.find("Type", "Category")).orElse("");
        return new EntraRecord(kind(category.toLowerCase(Locale.ROOT), fields), category, fields);
    }

    /** What the records of a file are, from the names of its first one's fields. */
    static Kind kind(String category, Tree fields) {
        if (fields.hasAny("AuditData", "RecordType", "auditLogRecordType")) {
            return Kind.UNKNOWN;
        }
        if (category.endsWith("signinlogs")) {
            return OTHER_LOGS.contains(category) ? Kind.IGNORED : Kind.SIGN_IN;
        }
        if (OTHER_LOGS.contains(category)) {
            return Kind.IGNORED;
        }
        if (category.equals("auditlogs") && fields.hasAny("activityDisplayName", "operationName")) {
            return Kind.AUDIT;
        }
        return byFields(fields);
    }

    private static Kind byFields(Tree fields) {
        if (fields.hasAny("riskEventType", "riskType") && fields.hasAny("riskState",
                "detectionTimingType", "detectedDateTime", "tokenIssuerType")) {
            return Kind.RISK_DETECTION;
        }
        if (fields.has("riskLastUpdatedDateTime") && fields.has("riskState")) {
            return Kind.RISKY_USER;
        }
        if (isAudit(fields)) {
            return Kind.AUDIT;
        }
        if (isSignIn(fields)) {
            return Kind.SIGN_IN;
        }
        return isAlert(fields) ? Kind.ALERT : Kind.UNKNOWN;
    }

    private static boolean isAudit(Tree fields) {
        boolean graph = fields.hasAll("activityDisplayName", "activityDateTime")
                || fields.hasAny("activityDisplayName", "activityDateTime")
                && fields.hasAny("initiatedBy", "targetResources", "loggedByService");
        boolean portal = fields.has("Activity") && fields.hasAny("ActorUserPrincipalName", "ActorType", "Target1Type",
                "ActorDisplayName");
        boolean envelope = fields.hasAll("operationName", "initiatedBy");
        return graph || portal || envelope;
    }

    private static boolean isSignIn(Tree fields) {
        boolean timed = fields.hasAny("createdDateTime", "TimeGenerated", "Date (UTC)", "Date", "time");
        boolean named = fields.hasAny("userPrincipalName", "Username", "User", "servicePrincipalId", "userId",
                "servicePrincipalName");
        int own = fields.count("clientAppUsed", "Client app", "conditionalAccessStatus", "Conditional Access",
                "appDisplayName", "Application", "Sign-in error code", "isInteractive", "authenticationRequirement",
                "incomingTokenType", "deviceDetail", "appliedConditionalAccessPolicies", "riskLevelDuringSignIn",
                "status", "ipAddress", "userAgent", "resourceDisplayName", "Resource");
        return timed && named && own >= 3;
    }

    private static boolean isAlert(Tree fields) {
        boolean second = fields.hasAll("title", "severity") && fields.hasAny("evidence", "serviceSource",
                "detectionSource", "alertWebUrl", "incidentWebUrl");
        boolean first = fields.hasAny("vendorInformation", "userStates", "activityGroupName", "azureTenantId")
                && fields.hasAny("category", "title", "severity");
        return second || first;
    }
}
