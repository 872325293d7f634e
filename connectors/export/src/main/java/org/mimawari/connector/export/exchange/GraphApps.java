package org.mimawari.connector.export.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.export.Timestamps;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.Evidence;
import org.mimawari.evidence.MailboxAddress;

/**
 * Applications with access, from Graph: grants of users and administrators, permissions of applications themselves, and
 * the service principals of others than Microsoft, whose mere presence can be telling.
 */
final class GraphApps {

    /** Tenants that own Microsoft's first-party applications. */
    private static final Set<String> MICROSOFT =
            Set.of("f8cdef31-a31e-4b4a-93e4-5f571e91255a", "72f988bf-86f1-41af-91ab-2d7cd011db47");

    private GraphApps() {}

    static List<Evidence> ofGrant(Snapshot snapshot) {
        Tree fields = snapshot.fields();
        boolean tenantWide = fields.find("consentType").filter("AllPrincipals"::equalsIgnoreCase).isPresent();
        Optional<MailboxAddress> user = tenantWide ? Optional.empty() : fields.find("principalId")
                .flatMap(snapshot.directory()::mailbox).or(snapshot::mailbox);
        List<String> scopes = Arrays.stream(fields.find("scope").orElse("").split("\\s+", 300))
                .filter(scope -> !scope.isBlank()).toList();
        return List.of(app(snapshot, user, fields.find("clientId").orElse("unknown"), scopes, tenantWide));
    }

    /** A user's assignment to an application grants nothing on mail; an application's own permission does. */
    static List<Evidence> ofRole(Snapshot snapshot) {
        Tree fields = snapshot.fields();
        boolean application = fields.find("principalType").filter("ServicePrincipal"::equalsIgnoreCase).isPresent();
        if (!application) {
            return List.of();
        }
        String id = fields.find("appRoleId").orElse("");
        String role = snapshot.directory().role(id).orElse(id);
        return List.of(app(snapshot, Optional.empty(), fields.find("principalId").orElse("unknown"), List.of(role),
                true));
    }

    private static ConnectedApp app(Snapshot snapshot, Optional<MailboxAddress> user, String principal,
            List<String> scopes, boolean tenantWide) {
        Tree fields = snapshot.fields();
        Directory.Application known = snapshot.directory().application(principal).orElseGet(() ->
                new Directory.Application(principal.toLowerCase(Locale.ROOT),
                        fields.find("clientDisplayName", "principalDisplayName").filter(name -> !tenantWide
                                || fields.has("appRoleId")), Optional.empty()));
        return new ConnectedApp(snapshot.origin(user, fields.find("createdDateTime", "creationTimestamp")
                .flatMap(Timestamps::find)), known.appId(), known.name(), scopes, tenantWide, known.verified(),
                Change.PRESENT, Actor.UNKNOWN);
    }

    static List<Evidence> ofPrincipal(Snapshot snapshot) {
        Tree fields = snapshot.fields();
        String type = fields.find("servicePrincipalType").orElse("Application").toLowerCase(Locale.ROOT);
        boolean microsoft = fields.find("appOwnerOrganizationId").filter(MICROSOFT::contains).isPresent();
        if (microsoft || !type.equals("application") || fields.find("appId", "displayName").isEmpty()) {
            return List.of();
        }
        Directory.Application app = Directory.application(fields);
        return List.of(new ConnectedApp(snapshot.origin(Optional.empty(),
                fields.find("createdDateTime").flatMap(Timestamps::find)), app.appId(), app.name(), List.of(), false,
                app.verified(), Change.PRESENT, Actor.UNKNOWN));
    }
}
