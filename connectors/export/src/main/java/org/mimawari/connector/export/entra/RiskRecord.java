package org.mimawari.connector.export.entra;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.export.tree.ExportTime;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.ProviderAlert.Topic;
import org.mimawari.evidence.ProviderAlert;

/**
 * Risk detections and risky users of Entra ID Protection, and alerts of Microsoft's security products. What was cleared
 * since (remediated, dismissed, confirmed safe, false positive) is kept as an alert about nothing in particular.
 */
final class RiskRecord {

    private static final Set<String> CLEARED = Set.of("remediated", "dismissed", "confirmedsafe", "none");
    private static final int MOST_USERS = 50;

    private final EntraRecord.Kind kind;
    private final Tree fields;

    RiskRecord(EntraRecord record) {
        this.kind = record.kind();
        this.fields = record.fields();
    }

    Optional<String> id() {
        return fields.find("id", "requestId");
    }

    Optional<Instant> time() {
        return fields.find("activityDateTime", "firstActivityDateTime", "detectedDateTime", "riskLastUpdatedDateTime",
                "eventDateTime", "createdDateTime", "lastUpdatedDateTime", "time", "TimeGenerated", "Date (UTC)",
                "closedDateTime").flatMap(ExportTime::find);
    }

    /** The state is part of it: a detection that was dismissed later is another fact than the open one. */
    long fingerprint() {
        return Fingerprint.of("entra " + kind, id().orElse(""), state(), fields.find("title").orElse(""),
                fields.find("userPrincipalName").orElse("").toLowerCase(Locale.ROOT),
                time().map(Instant::toString).orElse(""), fields.find("riskEventType", "riskType").orElse(""));
    }

    List<ProviderAlert> alerts(EvidenceRef ref) {
        Topic topic = topic();
        Optional<String> severity = fields.find("riskLevel", "severity").map(level -> level.toLowerCase(Locale.ROOT));
        List<ProviderAlert> found = new ArrayList<>();
        Set<Optional<MailboxAddress>> users = users();
        for (Optional<MailboxAddress> user : users) {
            found.add(new ProviderAlert(new Origin(user, time(), ref), topic, title(), severity, detail(), ip()));
        }
        return found;
    }

    private String state() {
        return SignInTraits.word(fields, "riskState", "status")
                + SignInTraits.word(fields, "classification", "feedback");
    }

    private boolean isCleared() {
        if (kind == EntraRecord.Kind.ALERT) {
            return SignInTraits.word(fields, "classification", "feedback").matches("falsepositive|benignpositive");
        }
        return CLEARED.contains(SignInTraits.word(fields, "riskState"));
    }

    private Topic topic() {
        if (isCleared()) {
            return Topic.OTHER;
        }
        String state = SignInTraits.word(fields, "riskState");
        String detail = SignInTraits.word(fields, "riskDetail");
        boolean confirmed = state.equals("confirmedcompromised") || detail.startsWith("adminconfirmed")
                && detail.endsWith("compromised");
        if (confirmed) {
            return Topic.ACCOUNT_HIJACKED;
        }
        return switch (kind) {
            case RISK_DETECTION -> AlertTopic.ofRisk(SignInTraits.word(fields, "riskEventType", "riskType"));
            case RISKY_USER -> Topic.RISKY_USER;
            default -> AlertTopic.ofWords(title() + " " + fields.find("category").orElse(""));
        };
    }

    private String title() {
        Tree activity = fields.at("activity");
        return fields.find("title", "riskEventType", "riskType").or(() -> activity.at("eventTypes").texts().stream()
                .findFirst()).or(() -> fields.find("riskDetail").filter(detail -> !detail.equals("none")))
                .or(() -> fields.find("category")).orElse("risk");
    }

    private Optional<String> detail() {
        String text = Stream.of(fields.find("riskState", "status"), fields.find("classification", "feedback"),
                fields.find("riskDetail"), fields.find("description")).flatMap(Optional::stream)
                .filter(part -> !part.isBlank()).collect(Collectors.joining("; "));
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private Optional<IpAddress> ip() {
        return fields.find("ipAddress").flatMap(IpAddress::find).or(() -> fields.at("evidence").items().stream()
                .flatMap(each -> each.find("ipAddress", "senderIp").flatMap(IpAddress::find).stream()).findFirst())
                .or(() -> fields.at("userStates").items().stream()
                        .flatMap(each -> each.find("logonIp").flatMap(IpAddress::find).stream()).findFirst());
    }

    /** All mailboxes an alert is about; one without a name where it tells none. */
    private Set<Optional<MailboxAddress>> users() {
        Set<Optional<MailboxAddress>> users = new LinkedHashSet<>();
        add(users, fields.find("userPrincipalName"));
        for (Tree each : fields.at("evidence").items()) {
            add(users, each.at("userAccount").find("userPrincipalName"));
            add(users, each.find("primaryAddress"));
        }
        for (Tree each : fields.at("userStates").items()) {
            add(users, each.find("userPrincipalName"));
        }
        return users.isEmpty() ? Set.of(Optional.empty()) : users;
    }

    private static void add(Set<Optional<MailboxAddress>> users, Optional<String> name) {
        name.flatMap(MailboxAddress::findFull).filter(user -> users.size() < MOST_USERS)
                .ifPresent(user -> users.add(Optional.of(user)));
    }
}
