package org.mimawari.connector.export.entra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Origin;

/** Consents and permission grants of the directory audit, which write the same facts in three different ways. */
final class AppGrant {

    private static final int LONGEST = 4_000;

    private final AuditRecord record;
    private final String activity;

    AppGrant(AuditRecord record) {
        this.record = record;
        this.activity = DirectoryActivity.normalised(record.activity());
    }

    /** The application that was given access or lost it; empty for other activities and for what did not succeed. */
    Optional<ConnectedApp> app(Origin origin) {
        boolean consent = activity.equals("consent to application");
        boolean delegated = activity.contains("delegated permission grant")
                || activity.contains("oauth2permissiongrant");
        boolean role = activity.contains("app role assignment") && activity.contains("service principal");
        if (!record.succeeded() || !(consent || delegated || role || isRevocation())) {
            return Optional.empty();
        }
        boolean removed = activity.startsWith("remove") || activity.startsWith("delete") || isRevocation();
        Change change = removed ? Change.REMOVED : Change.ADDED;
        boolean tenantWide = role || isTenantWide();
        Actor actor = record.actor();
        Optional<MailboxAddress> user = tenantWide ? Optional.empty()
                : record.targetUser().or(() -> actor.user().flatMap(MailboxAddress::findFull));
        List<String> scopes = role ? roles() : scopes();
        return Optional.of(new ConnectedApp(origin.withMailbox(user), appId(consent || isRevocation()),
                name(consent || isRevocation()), scopes, tenantWide, Optional.empty(), change, actor));
    }

    private boolean isRevocation() {
        return activity.startsWith("revoke consent");
    }

    private boolean isTenantWide() {
        String permissions = permissions();
        boolean all = permissions.contains("ConsentType: AllPrincipals")
                || record.after("DelegatedPermissionGrant.ConsentType").filter("AllPrincipals"::equals).isPresent()
                || record.before("DelegatedPermissionGrant.ConsentType").filter("AllPrincipals"::equals).isPresent();
        return all || isTrue("ConsentContext.OnBehalfOfAll") || isTrue("ConsentContext.IsAppOnly");
    }

    private boolean isTrue(String name) {
        return record.after(name).filter("true"::equalsIgnoreCase).isPresent();
    }

    /** {@code [] => [[Id: …, ConsentType: Principal, Scope: Mail.Read offline_access, …]]}: what is after the arrow. */
    private String permissions() {
        String text = record.after("ConsentAction.Permissions").orElse("");
        int arrow = text.indexOf("=>");
        String after = arrow < 0 ? text : text.substring(arrow + 2);
        return after.length() <= LONGEST ? after : after.substring(0, LONGEST);
    }

    private List<String> scopes() {
        Optional<String> granted = record.after("DelegatedPermissionGrant.Scope")
                .or(() -> record.before("DelegatedPermissionGrant.Scope"));
        if (granted.isPresent()) {
            return words(granted.get());
        }
        List<String> found = new ArrayList<>();
        String text = permissions();
        for (int at = text.indexOf("Scope:"); at >= 0; at = text.indexOf("Scope:", at + 6)) {
            int end = end(text, at + 6);
            words(text.substring(at + 6, end)).stream().filter(word -> !found.contains(word)).forEach(found::add);
        }
        return found;
    }

    private static int end(String text, int from) {
        int at = from;
        while (at < text.length() && ",];".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    private List<String> roles() {
        return record.after("AppRole.Value").or(() -> record.before("AppRole.Value")).map(AppGrant::words)
                .orElse(List.of());
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+", 300)).filter(word -> !word.isEmpty()).toList();
    }

    /** Consents have the application as their target; grants have the resource there and name the application apart. */
    private String appId(boolean targetIsApp) {
        Optional<String> own = record.after("ServicePrincipal.AppId").or(() -> record.before("ServicePrincipal.AppId"))
                .or(() -> targetIsApp ? record.detail("AppId").or(this::namedId) : Optional.empty());
        Optional<String> object = targetIsApp ? record.target("ServicePrincipal").flatMap(AuditRecord.Target::id)
                : record.after("ServicePrincipal.ObjectID").or(() -> record.before("ServicePrincipal.ObjectID"));
        return own.or(() -> object).orElse("unknown").toLowerCase(Locale.ROOT);
    }

    private Optional<String> namedId() {
        return record.after("TargetId.ServicePrincipalNames").flatMap(names -> Arrays.stream(names.split("[;,]", 20))
                .map(String::strip).filter(AppGrant::isGuid).findFirst());
    }

    private static boolean isGuid(String text) {
        return text.length() == 36 && text.charAt(8) == '-' && text.charAt(23) == '-';
    }

    private Optional<String> name(boolean targetIsApp) {
        return targetIsApp ? record.target("ServicePrincipal").flatMap(AuditRecord.Target::name)
                : record.after("ServicePrincipal.DisplayName").or(() -> record.after("ServicePrincipal.Name"))
                        .or(() -> record.targets().stream().skip(1)
                                .filter(target -> target.type().equalsIgnoreCase("ServicePrincipal"))
                                .flatMap(target -> target.name().stream()).findFirst());
    }
}
