package org.mimawari.connector.export.entra;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimawari.connector.Fingerprint;
import org.mimawari.connector.export.tree.ExportTime;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Parameter;
import org.mimawari.evidence.Place;

/**
 * One record of the directory audit, from Graph, the portal's JSON or table, or Azure Monitor. Source of the fields:
 * microsoft.graph.directoryAudit.
 */
final class AuditRecord {

    /** A property that changed; quotes around values are taken off. */
    record Modified(String name, String before, String after) {}

    /** What the activity was done to. */
    record Target(String type, Optional<String> id, Optional<String> name, Optional<MailboxAddress> user,
            List<Modified> modified) {}

    private static final int MOST_TARGETS = 20;
    private static final int MOST_PROPERTIES = 60;
    private static final int LONGEST_VALUE = 2_000;

    private final Tree fields;
    private final List<Target> targets;
    private final List<Parameter> details;

    AuditRecord(Tree fields) {
        this.fields = fields;
        this.targets = fields.has("Target1Type") || fields.has("Target1ObjectId") ? tableTargets() : treeTargets();
        this.details = details(fields);
    }

    Optional<String> id() {
        return fields.find("id");
    }

    Optional<Instant> time() {
        return fields.find("activityDateTime", "Date (UTC)", "TimeGenerated", "time", "Date").flatMap(ExportTime::find);
    }

    String activity() {
        return fields.find("activityDisplayName", "Activity", "operationName").orElse("");
    }

    /** Why or how, in lower case: {@code user registered app password}. */
    String reason() {
        return fields.find("resultReason", "resultDescription").orElse("").toLowerCase(Locale.ROOT);
    }

    boolean succeeded() {
        String result = fields.find("result", "resultType").orElse("success").toLowerCase(Locale.ROOT);
        return !(result.startsWith("fail") || result.startsWith("timeout") || result.startsWith("clienterror"));
    }

    List<Target> targets() {
        return targets;
    }

    Optional<MailboxAddress> targetUser() {
        return targets.stream().flatMap(target -> target.user().stream()).findFirst();
    }

    Optional<Target> target(String type) {
        return targets.stream().filter(target -> target.type().equalsIgnoreCase(type)).findFirst();
    }

    /** All changed properties of all targets. */
    List<Modified> modified() {
        return targets.stream().flatMap(target -> target.modified().stream()).toList();
    }

    /** The new value of the first property with this name that has one. */
    Optional<String> after(String name) {
        return modified().stream().filter(each -> each.name().equalsIgnoreCase(name) && !each.after().isEmpty())
                .map(Modified::after).findFirst();
    }

    Optional<String> before(String name) {
        return modified().stream().filter(each -> each.name().equalsIgnoreCase(name) && !each.before().isEmpty())
                .map(Modified::before).findFirst();
    }

    Optional<String> detail(String key) {
        return details.stream().filter(each -> each.name().equalsIgnoreCase(key)).map(Parameter::value).findFirst();
    }

    /** New values under the property's name, old ones under {@code old:} and the name, then the additional details. */
    List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>();
        for (Modified each : modified()) {
            if (!each.after().isEmpty()) {
                all.add(new Parameter(each.name(), cut(each.after())));
            }
            if (!each.before().isEmpty() && !each.before().equals(each.after())) {
                all.add(new Parameter("old:" + each.name(), cut(each.before())));
            }
        }
        details.forEach(detail -> all.add(new Parameter(detail.name(), cut(detail.value()))));
        return all;
    }

    Actor actor() {
        Tree user = fields.at("initiatedBy").at("user");
        Tree app = fields.at("initiatedBy").at("app");
        Optional<String> name = user.find("userPrincipalName").or(() -> fields.find("ActorUserPrincipalName"));
        Optional<IpAddress> ip = user.find("ipAddress").or(() -> detail("ipaddr"))
                .or(() -> fields.find("IPAddress", "callerIpAddress")).flatMap(IpAddress::find)
                .filter(address -> !address.isLocal());
        Optional<String> any = name.or(() -> app.find("displayName"))
                .or(() -> fields.find("ActorServicePrincipalName", "ActorDisplayName", "Identity"))
                .or(() -> user.find("displayName"));
        return new Actor(any, role(name), ip, Place.UNKNOWN, detail("User-Agent"),
                app.find("appId").or(() -> detail("AppId")), Optional.empty());
    }

    /** What an application did has an unknown role: its name is the attacker's to choose. */
    private Actor.Role role(Optional<String> user) {
        if (user.isEmpty()) {
            return Actor.Role.UNKNOWN;
        }
        boolean own = targetUser().isPresent() && targetUser().equals(user.flatMap(MailboxAddress::findFull));
        return own || targetUser().isEmpty() && activity().toLowerCase(Locale.ROOT).startsWith("user ")
                ? Actor.Role.OWNER : Actor.Role.ADMIN;
    }

    long fingerprint() {
        Optional<String> id = id().filter(text -> text.length() >= 8);
        return id.isPresent() ? Fingerprint.of("entra audit", id.get()) : likeness();
    }

    /** What a table row, which has no id, shares with the record it shows. */
    long likeness() {
        Fingerprint print = new Fingerprint().add("entra audit").add(fields.find("correlationId").orElse(""))
                .add(activity().strip().toLowerCase(Locale.ROOT));
        print.add(time().map(Instant::getEpochSecond).orElse(0L));
        targets.stream().limit(1).forEach(target -> print.add(target.id().orElse("")));
        return print.value();
    }

    private List<Target> treeTargets() {
        return fields.at("targetResources").items().stream().limit(MOST_TARGETS).map(each -> new Target(
                each.find("type").orElse(""), each.find("id"), each.find("displayName"),
                each.find("userPrincipalName").flatMap(MailboxAddress::findFull),
                each.at("modifiedProperties").items().stream().limit(MOST_PROPERTIES).map(property -> new Modified(
                        property.find("displayName", "name").orElse(""), bare(property.whole("oldValue")),
                        bare(property.whole("newValue")))).toList())).toList();
    }

    /** The portal's table: {@code Target1Type}, {@code Target1ModifiedProperty1Name} and so on. */
    private List<Target> tableTargets() {
        List<Target> found = new ArrayList<>();
        for (int i = 1; i <= MOST_TARGETS && fields.hasAny("Target" + i + "Type", "Target" + i + "ObjectId"); i++) {
            String prefix = "Target" + i;
            List<Modified> modified = new ArrayList<>();
            for (int j = 1; j <= MOST_PROPERTIES && fields.has(prefix + "ModifiedProperty" + j + "Name"); j++) {
                String property = prefix + "ModifiedProperty" + j;
                fields.find(property + "Name").ifPresent(name -> modified.add(new Modified(name,
                        bare(fields.whole(property + "OldValue")), bare(fields.whole(property + "NewValue")))));
            }
            Optional<String> type = fields.find(prefix + "Type");
            if (type.isPresent() || fields.find(prefix + "ObjectId").isPresent()) {
                found.add(new Target(type.orElse(""), fields.find(prefix + "ObjectId"),
                        fields.find(prefix + "DisplayName"),
                        fields.find(prefix + "UserPrincipalName").flatMap(MailboxAddress::findFull), modified));
            }
        }
        return found;
    }

    private static List<Parameter> details(Tree fields) {
        List<Parameter> found = new ArrayList<>();
        fields.at("additionalDetails").items().stream().limit(MOST_PROPERTIES).forEach(each -> found.add(
                new Parameter(each.find("key").orElse(""), each.find("value").orElse(""))));
        for (int i = 1; i <= MOST_PROPERTIES && fields.has("AdditionalDetail" + i + "Key"); i++) {
            String prefix = "AdditionalDetail" + i;
            fields.find(prefix + "Key").ifPresent(key -> found.add(
                    new Parameter(key, fields.find(prefix + "Value").orElse(""))));
        }
        return found;
    }

    /** Values come as JSON within the text: {@code "\"Mail.Read\""}. */
    private static String bare(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE);
    }
}
