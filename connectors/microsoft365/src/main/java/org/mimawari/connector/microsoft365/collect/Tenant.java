package org.mimawari.connector.microsoft365.collect;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.microsoft365.graph.GraphClient;
import org.mimawari.connector.microsoft365.graph.Listing;
import org.mimawari.live.PageStore;
import org.mimawari.connector.microsoft365.graph.Service;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.live.HeldSink;
import org.mimawari.live.Missed;
import org.mimawari.live.Reason;
import org.mimawari.live.RefusedKinds;
import org.mimawari.live.ServiceException;
import org.mimawari.live.SharedSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects what one tenant shows: users first, as all else names them, then the logs and the mailboxes at the same time,
 * each service at its own pace. What fails is named and stops nothing else.
 */
public final class Tenant {

    private static final Logger LOG = LoggerFactory.getLogger(Tenant.class);
    private static final String FILES = "the export of an Exchange administrator shows it";

    private final Collecting what;
    private final Services services;
    private final GraphClient client;
    private final Round round;

    // Five parameters: what to collect, through what, for whom, and when it is.
    public Tenant(Collecting what, Services services, PageStore store, Sinks sinks, Instant now) {
        this.what = what;
        this.services = services;
        this.client = services.graph();
        this.round = new Round(services.graph(), store, new SharedSink(sinks.sink()), sinks.checkpoints(), what.since(), now);
        for (GraphClient each : List.of(services.graph(), services.exchange())) {
            each.telling((service, time) -> round.sink().waits(service.word(), time));
        }
    }

    /** Where evidence goes and where reading left off. */
    public record Sinks(EvidenceSink sink, Checkpoints checkpoints) {}

    /**
     * What is asked.
     *
     * @param exchange the administration of Exchange, asked only where that route is switched on
     * @param tenant the tenant's id or domain, as part of a path
     */
    public record Services(GraphClient graph, GraphClient exchange, String tenant) {}

    /**
     * Collects everything.
     *
     * @return how many mailboxes were looked at
     * @throws ConnectorException where nothing at all can be collected
     */
    public int collect() throws ConnectorException {
        try (Workers workers = new Workers(what.parallel() + Service.values().length + ExchangeAdmin.AT_A_TIME)) {
            UserList users = new UserList(round, what.mailboxes());
            Optional<ServiceException> refused = users.read();
            if (refused.filter(why -> why.reason() == Reason.AUTH_FAILED).isPresent()) {
                throw new ConnectorException(Problem.CREDENTIALS, refused.get().line());
            }
            if (refused.filter(why -> why.reason() == Reason.UNREACHABLE && users.accounts().isEmpty()).isPresent()) {
                throw new ConnectorException(Problem.UNREACHABLE, refused.get().line());
            }
            refused.filter(why -> users.accounts().isEmpty()).ifPresent(this::nobody);
            Set<String> domains = domains(users);
            parts(users, domains).forEach(workers::begin);
            LookCount looks = new LookCount(round.sink(), users.accounts().size(), wants(Kind.EXCHANGE_ADMIN) ? 2 : 1);
            Optional<ExchangeAdmin> exchange = exchange(users, workers, looks);
            RefusedKinds<Kind> kinds = new RefusedKinds<>(Kind.class, (kind, why) ->
                    "the application lacks " + kind.permission() + ", or no mailbox is in its scope");
            workers.each(users.accounts(), what.parallel(), () -> {
                MailboxLook look = new MailboxLook(round, what.kinds(), kinds);
                return looks.counted(look::look);
            });
            workers.await();
            exchange.ifPresent(ExchangeAdmin::end);
            if (!users.accounts().isEmpty()) {
                stopped(kinds);
            }
            invisible();
            tell(users);
            return users.accounts().size();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorException(Problem.UNREACHABLE, "reading Microsoft 365 was interrupted", e);
        }
    }

    /** Begins to read over the unsupported route, where it is switched on. */
    private Optional<ExchangeAdmin> exchange(UserList users, Workers workers, LookCount looks) {
        if (!wants(Kind.EXCHANGE_ADMIN)) {
            return Optional.empty();
        }
        ExchangeAdmin exchange = new ExchangeAdmin(round, ExchangeRoute.of(services.exchange(), services.tenant(),
                round.store()),
                users.directory().exchange(new HeldSink()), users.accounts());
        workers.begin(() -> {
            exchange.lists();
            workers.each(exchange.accounts(), ExchangeAdmin.AT_A_TIME, () -> {
                ExchangeMailboxLook look = exchange.look();
                return looks.counted(account -> look.look(account.address()));
            });
        });
        return Optional.of(exchange);
    }

    /** Without a list of users no mailbox can be looked at; none of these kinds may vanish for that. */
    private void nobody(ServiceException why) {
        for (Kind kind : what.kinds().stream().filter(Kind::isOfMailbox).sorted().toList()) {
            round.missed(Round.ROOT + "users/*/" + kind.word(), "Microsoft Graph", kind.evidence(), Optional.empty(),
                    Missed.of(Explained.of(Kind.USERS, why), false));
        }
    }

    /** The tenant's own domains, and those that the operator named; where nobody tells, those of its users. */
    private Set<String> domains(UserList users) throws InterruptedException {
        Set<String> own = new TreeSet<>(what.own().list());
        if (what.kinds().contains(Kind.DOMAINS)) {
            round.restate(Round.ROOT + "domains");
            Listing.Outcome outcome = new Listing(client, Service.DIRECTORY, PageStore.NONE).read(
                    "/v1.0/domains?$select=id,isVerified", Listing.Records.ofTrees(fields ->
                            fields.find("id").filter(any -> fields.flag("isVerified").orElse(true)).ifPresent(own::add)));
            outcome.failure().ifPresent(why -> round.missed(Round.ROOT + "domains", "Graph domains",
                    EvidenceKind.MAILBOX_PROFILE, Optional.empty(), Missed.of(Explained.of(Kind.DOMAINS, why), true)));
        }
        return own.isEmpty() ? users.domains() : own;
    }

    /** What is collected for the whole tenant; parts of one service follow one another. */
    private List<Workers.Part> parts(UserList users, Set<String> domains) {
        OwnDomains own = new OwnDomains(domains);
        EntraSweeps sweeps = new EntraSweeps(round, what.interactive());
        Map<String, MailboxAddress> mailboxes = new HashMap<>();
        users.accounts().forEach(account -> mailboxes.put(account.id(), account.address()));
        return List.of(
                () -> reports(sweeps, mailboxes),
                () -> {
                    if (wants(Kind.RISKY_USERS)) {
                        sweeps.riskyUsers();
                    }
                    if (wants(Kind.RISK_DETECTIONS)) {
                        sweeps.read(Kind.RISK_DETECTIONS);
                    }
                },
                () -> new AppLook(round, users.directory()).read(what.kinds()),
                () -> {
                    if (wants(Kind.MESSAGE_TRACE)) {
                        new TraceSweep(round, what.cloud(), own).read();
                    }
                },
                () -> {
                    if (wants(Kind.AUDIT_LOG)) {
                        new AuditSearch(round, own).read();
                    }
                });
    }

    private void reports(EntraSweeps sweeps, Map<String, MailboxAddress> mailboxes) throws InterruptedException {
        for (Kind kind : List.of(Kind.SIGN_INS, Kind.DIRECTORY_AUDITS, Kind.QUIET_SIGN_INS, Kind.APP_SIGN_INS)) {
            if (wants(kind)) {
                sweeps.read(kind);
            }
        }
        if (wants(Kind.REGISTRATIONS)) {
            sweeps.registrations(mailboxes);
        }
    }

    private boolean wants(Kind kind) {
        return what.kinds().contains(kind);
    }

    /** What no mailbox was asked for any more is named once for all of them. */
    private void stopped(RefusedKinds<Kind> refused) {
        Map<Kind, ServiceException> all = refused.stopped();
        for (Kind kind : Kind.values()) {
            String source = Round.ROOT + "users/*/" + kind.word();
            if (kind.isOfMailbox()) {
                round.restate(source);
            }
            if (all.containsKey(kind)) {
                round.missed(source, "Microsoft Graph", kind.evidence(), Optional.empty(),
                        Missed.of(all.get(kind), false));
            }
        }
    }

    /** What Graph never shows, so that nobody takes it for looked at. */
    private void invisible() {
        Set<EvidenceKind> shown = wants(Kind.EXCHANGE_ADMIN)
                ? Set.of(EvidenceKind.FORWARDING_SETTING, EvidenceKind.MAIL_FLOW_RULE, EvidenceKind.DELEGATION)
                : Set.of();
        round.restate(Round.ROOT + "not shown");
        for (EvidenceKind kind : MailboxLook.invisible().stream().filter(each -> !shown.contains(each)).sorted().toList()) {
            round.missed(Round.ROOT + "not shown", "Microsoft Graph", kind, Optional.empty(),
                    Missed.of(Reason.NOT_VISIBLE, "Graph does not show it; " + FILES, false));
        }
    }

    private void tell(UserList users) {
        LOG.info("Microsoft 365: {} mailboxes, {} users without one; {} KiB came", users.accounts().size(),
                users.withoutMailbox(), client.tally().bytes() + services.exchange().tally().bytes() >> 10);
    }
}
