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
    private static final String PRINCIPALS = "servicePrincipals";
    private static final String ROLES = "appRoleAssignments";
    private static final String GRANTS = "oauth2PermissionGrants";
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
        List<String> foreign = new ArrayList<>();
        Optional<ServiceException> listed = principals(kinds.contains(Kind.APPS), foreign);
        if (kinds.contains(Kind.APPS)) {
            roles(foreign, listed);
        }
        if (kinds.contains(Kind.GRANTS)) {
            HeldSink held = new HeldSink();
            GraphAnswers answers = users.into(held);
            Listing.Outcome granted = listing().read("/v1.0/oauth2PermissionGrants?$top=500", Listing.Records.ofTrees(
                    fields -> answers.take(GraphAnswers.Of.GRANTS, Round.ROOT + GRANTS, Optional.empty(), fields)));
            settle(Kind.GRANTS, GRANTS, held, granted.failure());
        }
    }

    /** One at a time: Microsoft's own describe thousands of roles, of which the names are enough. */
    private Optional<ServiceException> principals(boolean wanted, List<String> foreign) throws InterruptedException {
        HeldSink held = new HeldSink();
        GraphAnswers answers = users.into(held);
        Listing.Outcome listed = listing().read("/v1.0/servicePrincipals?$top=100&" + SELECT, Listing.Records.ofTrees(fields -> {
            users.remember(GraphAnswers.Of.PRINCIPALS, fields);
            answers.take(GraphAnswers.Of.PRINCIPALS, Round.ROOT + PRINCIPALS, Optional.empty(), fields);
            fields.find("id").flatMap(Account::safeId).filter(id -> isForeign(fields) && foreign.size() < MOST_APPS)
                    .ifPresent(foreign::add);
        }));
        if (wanted) {
            settle(Kind.APPS, PRINCIPALS, held, listed.failure());
        }
        return listed.failure();
    }

    private Listing listing() {
        return new Listing(round.client(), Service.DIRECTORY, round.store());
    }

    /** What others' and own applications may do by themselves; one request for each. */
    private void roles(List<String> principals, Optional<ServiceException> listed) throws InterruptedException {
        HeldSink held = new HeldSink();
        GraphAnswers answers = users.into(held);
        Optional<ServiceException> failure = listed;
        for (String id : principals) {
            Listing.Outcome outcome = listing().read("/v1.0/servicePrincipals/" + id + "/appRoleAssignments?$top=100",
                    Listing.Records.ofTrees(fields -> answers.take(GraphAnswers.Of.ROLES, Round.ROOT + ROLES, Optional.empty(),
                            fields)));
            failure = failure.or(outcome::failure);
        }
        settle(Kind.APPS, ROLES, held, failure);
    }

    private static boolean isForeign(Tree fields) {
        boolean application = fields.find("servicePrincipalType").orElse("Application").equalsIgnoreCase("Application");
        return application && fields.find("appOwnerOrganizationId").filter(MICROSOFT::contains).isEmpty();
    }

    private void settle(Kind kind, String list, HeldSink held, Optional<ServiceException> failure) {
        new StateList(round.reading(), Round.ROOT + list, "Graph " + list, EvidenceKind.CONNECTED_APP, Optional.empty()).settle(held,
                failure.map(why -> Missed.of(Explained.of(kind, why), !held.isEmpty())));
    }
}
