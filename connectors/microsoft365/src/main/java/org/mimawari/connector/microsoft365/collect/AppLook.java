package org.mimawari.connector.microsoft365.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.export.exchange.GraphAnswers;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.connector.microsoft365.graph.Listing;
import org.mimawari.connector.microsoft365.graph.Service;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.live.HeldSink;
import org.mimawari.live.Missed;
import org.mimawari.live.ServiceException;
import org.mimawari.live.StateList;

/**
 * The applications that may read mail: what users and administrators granted, and what applications may do in their own
 * right. The service principals come first, since grants name them by id; those of Microsoft are passed over.
 */
final class AppLook {

    private static final String SELECT = "$select=id,appId,displayName,appDisplayName,appOwnerOrganizationId,"
            + "servicePrincipalType,verifiedPublisher,accountEnabled,appRoles";
    private static final Set<String> MICROSOFT =
            Set.of("f8cdef31-a31e-4b4a-93e4-5f571e91255a", "72f988bf-86f1-41af-91ab-2d7cd011db47");
    private static final int MOST_APPS = 2_000;

    private final Round round;
    private final GraphAnswers users;

    /** @param users what users' ids stand for */
    AppLook(Round round, GraphAnswers users) {
        this.round = round;
        this.users = users;
    }

    void read(Set<Kind> kinds) throws InterruptedException {
        if (!kinds.contains(Kind.APPS) && !kinds.contains(Kind.GRANTS)) {
            return;
        }
        List<Tree> principals = new ArrayList<>();
        Listing.Outcome listed = listing().read("/v1.0/servicePrincipals?$top=100&" + SELECT,
                Listing.Records.ofTrees(principals::add));
        principals.forEach(fields -> users.remember(GraphAnswers.Of.PRINCIPALS, fields));
        if (kinds.contains(Kind.APPS)) {
            settle(Kind.APPS, "servicePrincipals", principals, GraphAnswers.Of.PRINCIPALS, listed.failure());
            roles(principals, listed.failure());
        }
        if (kinds.contains(Kind.GRANTS)) {
            List<Tree> grants = new ArrayList<>();
            Listing.Outcome granted = listing().read("/v1.0/oauth2PermissionGrants?$top=500",
                    Listing.Records.ofTrees(grants::add));
            settle(Kind.GRANTS, "oauth2PermissionGrants", grants, GraphAnswers.Of.GRANTS, granted.failure());
        }
    }

    private Listing listing() {
        return new Listing(round.client(), Service.DIRECTORY, round.store());
    }

    /** What others' and own applications may do by themselves; one request for each. */
    private void roles(List<Tree> principals, Optional<ServiceException> listed) throws InterruptedException {
        List<Tree> roles = new ArrayList<>();
        Optional<ServiceException> failure = listed;
        List<String> ids = principals.stream().filter(AppLook::isForeign).flatMap(fields -> fields.find("id").stream())
                .flatMap(id -> Account.safeId(id).stream()).limit(MOST_APPS).toList();
        for (String id : ids) {
            Listing.Outcome outcome = listing().read("/v1.0/servicePrincipals/" + id + "/appRoleAssignments?$top=100",
                    Listing.Records.ofTrees(roles::add));
            failure = failure.or(outcome::failure);
            if (failure.isPresent() && !round.client().hasTime()) {
                break;
            }
        }
        settle(Kind.APPS, "appRoleAssignments", roles, GraphAnswers.Of.ROLES, failure);
    }

    private static boolean isForeign(Tree fields) {
        boolean application = fields.find("servicePrincipalType").orElse("Application").equalsIgnoreCase("Application");
        return application && fields.find("appOwnerOrganizationId").filter(MICROSOFT::contains).isEmpty();
    }

    // Five parameters: a list that was read, and how it went.
    private void settle(Kind kind, String list, List<Tree> objects, GraphAnswers.Of of, Optional<ServiceException> failure) {
        HeldSink held = new HeldSink();
        String source = Round.ROOT + list;
        GraphAnswers answers = users.into(held);
        objects.forEach(fields -> answers.take(of, source, Optional.empty(), fields));
        new StateList(round.reading(), source, "Graph " + list, EvidenceKind.CONNECTED_APP, Optional.empty()).settle(held,
                failure.map(why -> Missed.of(Explained.of(kind, why), !held.isEmpty())));
    }
}
