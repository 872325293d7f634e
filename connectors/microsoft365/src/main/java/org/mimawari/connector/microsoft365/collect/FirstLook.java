package org.mimawari.connector.microsoft365.collect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.Sight;
import org.mimawari.connector.microsoft365.graph.Cloud;
import org.mimawari.connector.microsoft365.graph.GraphClient;
import org.mimawari.connector.microsoft365.graph.Listing;
import org.mimawari.live.PageStore;
import org.mimawari.connector.microsoft365.graph.Service;
import org.mimawari.live.Reason;
import org.mimawari.live.ServiceException;

/**
 * One cheap request for each kind, to say beforehand what can be seen. Kinds of mailboxes are looked at in the first of
 * five mailboxes that is one, since a single one may be excluded or none.
 */
public final class FirstLook {

    private static final int MAILBOXES = 5;

    private final Tenant.Services services;
    private final GraphClient client;
    private final Cloud cloud;

    public FirstLook(Tenant.Services services, Cloud cloud) {
        this.services = services;
        this.client = services.graph();
        this.cloud = cloud;
    }

    /** @throws ConnectorException where the login was refused */
    public List<Sight> look(Set<Kind> kinds) throws ConnectorException {
        try {
            List<Sight> sights = new ArrayList<>();
            List<String> mailboxes = mailboxes();
            for (Kind kind : kinds.stream().filter(each -> each != Kind.EXCHANGE_ADMIN).sorted().toList()) {
                sights.add(new Sight(kind.word(), kind.permission(), trouble(kind, mailboxes).map(ServiceException::line)));
            }
            if (kinds.contains(Kind.EXCHANGE_ADMIN)) {
                sights.addAll(new ExchangeFirstLook(ExchangeRoute.of(services.exchange(), services.tenant(),
                        PageStore.NONE)).look());
            }
            sights.add(skew());
            return sights;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorException(Problem.UNREACHABLE, "looking at Microsoft 365 was interrupted", e);
        }
    }

    private List<String> mailboxes() throws ConnectorException, InterruptedException {
        List<String> ids = new ArrayList<>();
        Listing.Outcome outcome = new Listing(client, Service.DIRECTORY, PageStore.NONE).read(
                "/v1.0/users?$top=50&$select=id,mail,userType", Listing.Records.ofTrees(fields -> fields.find("id")
                        .flatMap(Account::safeId).filter(id -> ids.size() < MAILBOXES && fields.find("mail").isPresent()
                                && fields.find("userType").filter("guest"::equalsIgnoreCase).isEmpty()).ifPresent(ids::add)));
        if (outcome.failure().filter(why -> why.reason() == Reason.AUTH_FAILED).isPresent()) {
            throw new ConnectorException(Problem.CREDENTIALS, outcome.failure().get().line());
        }
        if (outcome.failure().filter(why -> why.reason() == Reason.UNREACHABLE).isPresent()) {
            throw new ConnectorException(Problem.UNREACHABLE, outcome.failure().get().line());
        }
        return ids;
    }

    private Optional<ServiceException> trouble(Kind kind, List<String> mailboxes) throws InterruptedException {
        if (kind == Kind.MESSAGE_TRACE && !cloud.hasMessageTrace()) {
            return Optional.of(new ServiceException(Reason.NOT_SUPPORTED_IN_CLOUD, "it is offered in the global cloud only"));
        }
        if (!kind.isOfMailbox()) {
            return ask(kind, kind.look());
        }
        Optional<ServiceException> trouble = Optional.of(new ServiceException(Reason.NO_MAILBOX,
                "no user with a mailbox could be listed, so there was none to look at"));
        for (String id : mailboxes) {
            trouble = ask(kind, kind.look().replace("{user}", id));
            boolean told = trouble.isEmpty() || trouble.get().reason() == Reason.PERMISSION_MISSING;
            if (told) {
                return trouble;
            }
        }
        return trouble;
    }

    private Optional<ServiceException> ask(Kind kind, String path) throws InterruptedException {
        try {
            client.get(kind.service(), path);
            return Optional.empty();
        } catch (ServiceException e) {
            return Optional.of(Explained.of(kind, e));
        }
    }

    /** Tokens and windows of time go wrong where the clocks differ. */
    private Sight skew() {
        long seconds = client.skew().toSeconds();
        boolean far = Math.abs(seconds) > 120;
        return new Sight("clock", "", far ? Optional.of("this machine's clock differs from Microsoft's by " + seconds + " s")
                : Optional.empty());
    }
}
