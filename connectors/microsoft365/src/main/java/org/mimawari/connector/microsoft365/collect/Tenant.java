package org.mimawari.connector.microsoft365.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.microsoft365.graph.GraphClient;
import org.mimawari.connector.microsoft365.graph.Listing;
import org.mimawari.connector.microsoft365.graph.PageStore;
import org.mimawari.connector.microsoft365.graph.Service;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;
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

    /** Something that is collected by itself. */
    @FunctionalInterface
    private interface Part {
        void collect() throws InterruptedException;
    }

    /** @throws ConnectorException where nothing at all can be collected */
    public void collect() throws ConnectorException {
        ExecutorService workers = Executors.newFixedThreadPool(what.parallel() + Service.values().length, work -> {
            Thread thread = new Thread(work, "graph-reader");
            thread.setDaemon(true);
            return thread;
        });
        try {
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
            List<Future<?>> all = new ArrayList<>();
            parts(users, domains).forEach(part -> all.add(submit(workers, part)));
            RefusedKinds<Kind> kinds = new RefusedKinds<>(Kind.class, (kind, why) ->
                    "the application lacks " + kind.permission() + ", or no mailbox is in its scope");
            mailboxes(workers, users.accounts(), kinds, all);
            await(all);
            if (!users.accounts().isEmpty()) {
                stopped(kinds);
            }
            invisible();
            tell(users);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorException(Problem.UNREACHABLE, "reading Microsoft 365 was interrupted", e);
        } finally {
            workers.shutdownNow();
        }
    }

    /** Without a list of users no mailbox can be looked at; none of these kinds may vanish for that. */
    private void nobody(ServiceException why) {
        for (Kind kind : what.kinds().stream().filter(Kind::isOfMailbox).sorted().toList()) {
            round.missed(Round.ROOT + "users/*/" + kind.word(), "Microsoft Graph", kind.evidence(), Optional.empty(),
                    Missed.of(Explained.of(Kind.USERS, why), false));
        }
    }

    private static Future<?> submit(ExecutorService workers, Part part) {
        return workers.submit(() -> {
            part.collect();
            return part;
        });
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
    private List<Part> parts(UserList users, Set<String> domains) {
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
                    if (wants(Kind.EXCHANGE_ADMIN)) {
                        new ExchangeAdmin(round, services.exchange(), services.tenant(), users.directory()).read();
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

    /** Few workers take one mailbox after the other; a task for each would hold them all in memory. */
    private void mailboxes(ExecutorService workers, List<Account> accounts, RefusedKinds<Kind> refused, List<Future<?>> all) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < Math.min(what.parallel(), accounts.size()); i++) {
            all.add(submit(workers, () -> {
                MailboxLook look = new MailboxLook(round, what.kinds(), refused);
                for (int at = next.getAndIncrement(); at < accounts.size(); at = next.getAndIncrement()) {
                    look.look(accounts.get(at));
                    round.sink().progress(done.incrementAndGet(), accounts.size());
                }
            }));
        }
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

    /** What fails here is not Graph: the sink, or ourselves. */
    private static void await(List<Future<?>> all) throws InterruptedException {
        for (Future<?> one : all) {
            try {
                one.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException own) {
                    throw own;
                }
                if (e.getCause() instanceof Error own) {
                    throw own;
                }
                throw new InterruptedException();
            }
        }
    }

    /** What Graph never shows, so that nobody takes it for looked at. */
    private void invisible() {
        Set<EvidenceKind> shown = wants(Kind.EXCHANGE_ADMIN)
                ? Set.of(EvidenceKind.FORWARDING_SETTING, EvidenceKind.MAIL_FLOW_RULE) : Set.of();
        round.restate(Round.ROOT + "not shown");
        for (EvidenceKind kind : MailboxLook.invisible().stream().filter(each -> !shown.contains(each)).sorted().toList()) {
            round.missed(Round.ROOT + "not shown", "Microsoft Graph", kind, Optional.empty(),
                    Missed.of(Reason.NOT_VISIBLE, "Graph does not show it; " + FILES, false));
        }
    }

    private void tell(UserList users) {
        int mailboxes = users.accounts().size();
        LOG.info("Microsoft 365: {} mailboxes, {} users without one; {} requests, {} of them refused at first, {} KiB;"
                + " {} requests a mailbox", mailboxes, users.withoutMailbox(), client.tally().requests(),
                client.tally().refused(), client.tally().bytes() >> 10,
                mailboxes == 0 ? 0 : client.tally().requests() / mailboxes);
    }
}
