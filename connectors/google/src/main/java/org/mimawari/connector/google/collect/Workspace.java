package org.mimawari.connector.google.collect;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.connector.google.api.GoogleClient;
import org.mimawari.connector.google.api.Listing;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.live.Missed;
import org.mimawari.live.PageStore;
import org.mimawari.live.Reading;
import org.mimawari.live.Reason;
import org.mimawari.live.RefusedKinds;
import org.mimawari.live.ServiceException;
import org.mimawari.live.SharedSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects what one organisation shows: users first, as their mailboxes are looked at, then the logs and the mailboxes at the
 * same time, each service at its own pace. What fails is named and stops nothing else.
 */
public final class Workspace {

    private static final Logger LOG = LoggerFactory.getLogger(Workspace.class);
    private static final String TITLE = "Google Workspace";
    private static final int PARTS = 3;
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(5);
    /** Kinds of evidence that none of Google's interfaces shows as they are; the admin log shows their changes. */
    private static final List<EvidenceKind> INVISIBLE = List.of(EvidenceKind.MAIL_FLOW_RULE);

    private final Collecting what;
    private final GoogleClient client;
    private final Round round;

    /** Where evidence goes and where reading left off. */
    public record Sinks(EvidenceSink sink, Checkpoints checkpoints) {}

    // Five parameters: what to collect, through what, and when it is.
    public Workspace(Collecting what, GoogleClient client, PageStore store, Sinks sinks, Instant now) {
        this.what = what;
        this.client = client;
        this.round = new Round(client, store, new Reading(new SharedSink(sinks.sink()), sinks.checkpoints()),
                what.inOrder(),
                what.since(), now);
        client.telling(time -> round.reading().sink().waits("Google", time));
    }

    /** Something that is collected by itself. */
    @FunctionalInterface
    private interface Part {
        void collect() throws InterruptedException;
    }

    /**
     * Collects everything.
     *
     * @return how many mailboxes were looked at
     * @throws ConnectorException where nothing at all can be collected
     */
    public int collect() throws ConnectorException {
        ExecutorService workers = Executors.newFixedThreadPool(what.parallel() + PARTS, work -> {
            Thread thread = new Thread(work, "google-reader");
            thread.setDaemon(true);
            return thread;
        });
        try {
            return collect(workers);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorException(Problem.UNREACHABLE, "reading Google Workspace was interrupted", e);
        } finally {
            end(workers);
        }
    }

    /** Where the round broke off, readers may still be at work; they must not get into the next one's way. */
    private static void end(ExecutorService workers) {
        workers.shutdownNow();
        try {
            workers.awaitTermination(LAST_ANSWERS.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int collect(ExecutorService workers) throws ConnectorException, InterruptedException {
        UserList users = new UserList(round, what.mailboxes());
        Optional<ServiceException> refused = users.read();
        if (refused.filter(why -> why.reason() == Reason.AUTH_FAILED).isPresent()) {
            throw new ConnectorException(Problem.CREDENTIALS, refused.get().line());
        }
        List<MailboxAddress> looked = mailboxesToLookAt(users);
        if (looked.isEmpty() && refused.filter(why -> why.reason() == Reason.UNREACHABLE).isPresent()) {
            throw new ConnectorException(Problem.UNREACHABLE, refused.get().line());
        }
        refused.filter(why -> looked.isEmpty()).ifPresent(this::nobody);
        OwnDomains own = new OwnDomains(domains(users));
        List<Future<?>> all = new ArrayList<>();
        all.add(submit(workers, () -> logs(own)));
        all.add(submit(workers, this::alerts));
        RefusedKinds<Kind> kinds = new RefusedKinds<>(Kind.class, (kind, why) -> "no user's " + kind.word()
                + " could be seen: " + Optional.ofNullable(why.getMessage()).orElse(""));
        mailboxes(workers, all, looked, kinds);
        await(all);
        if (!looked.isEmpty()) {
            stopped(kinds);
        }
        invisible();
        tell(users);
        return looked.size();
    }

    /** Without a list of users no mailbox can be looked at; none of these kinds may vanish for that. */
    private void nobody(ServiceException why) {
        for (Kind kind : round.kinds().stream().filter(Kind::isOfUser).toList()) {
            round.reading().restate(anyUser(kind));
            round.reading().missed(anyUser(kind), TITLE, kind.evidence(), Optional.empty(), Missed.of(why, false));
        }
    }

    /** The source of a kind of all users. */
    private static String anyUser(Kind kind) {
        return Round.ROOT + "users/*/" + kind.list();
    }

    /** Where users cannot be listed, those that the operator named are looked at. */
    private List<MailboxAddress> mailboxesToLookAt(UserList users) {
        return users.mailboxes().isEmpty() ? what.mailboxes().stream().sorted().toList() : users.mailboxes();
    }

    private static Future<?> submit(ExecutorService workers, Part part) {
        return workers.submit(() -> {
            part.collect();
            return part;
        });
    }

    /** The organisation's domains, and those that the operator named; where nobody tells, those of its users. */
    private Set<String> domains(UserList users) throws InterruptedException {
        Set<String> own = new TreeSet<>(what.own().list());
        if (round.wants(Kind.DOMAINS)) {
            String source = Round.ROOT + "domains";
            round.reading().restate(source);
            Optional<ServiceException> failure = new Listing(client, PageStore.NONE, "domains")
                    .read(page -> client.calls().domains(),
                    Listing.Records.ofTrees(fields -> {
                        domain(fields, "domainName", own);
                        fields.at("domainAliases").items().forEach(alias -> domain(alias, "domainAliasName", own));
                    }));
            failure.ifPresent(why -> round.reading().missed(source, "Google Workspace domains", EvidenceKind.MAILBOX_PROFILE,
                    Optional.empty(), Missed.of(round.explained(Kind.DOMAINS, why), true)));
        }
        return own.isEmpty() ? users.domains() : own;
    }

    private static void domain(Tree fields, String name, Set<String> own) {
        fields.find(name).filter(any -> fields.flag("verified").orElse(true)).ifPresent(own::add);
    }

    private void logs(OwnDomains own) throws InterruptedException {
        List<Kind> logs = Kind.LOGS.stream().filter(round::wants).toList();
        Instant end = logs.isEmpty() ? round.now() : new LogEnd(round).moment();
        for (Kind kind : logs) {
            new ActivitySweep(round, kind, own, end).read();
        }
    }

    private void alerts() throws InterruptedException {
        if (round.wants(Kind.ALERTS)) {
            new AlertList(round).read();
        }
    }

    /** Few workers take one mailbox after the other; a task for each would hold them all in memory. */
    private void mailboxes(ExecutorService workers, List<Future<?>> all, List<MailboxAddress> mailboxes,
            RefusedKinds<Kind> refused) {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        for (int i = 0; i < Math.min(what.parallel(), mailboxes.size()); i++) {
            all.add(submit(workers, () -> {
                MailboxLook look = new MailboxLook(round, refused);
                for (int at = next.getAndIncrement(); at < mailboxes.size(); at = next.getAndIncrement()) {
                    look.look(mailboxes.get(at));
                    round.reading().sink().looked(done.incrementAndGet(), mailboxes.size());
                }
            }));
        }
    }

    /** What no mailbox was asked for any more is named once for all of them. */
    private void stopped(RefusedKinds<Kind> refused) {
        Map<Kind, ServiceException> all = refused.stopped();
        for (Kind kind : round.kinds().stream().filter(Kind::isOfUser).toList()) {
            round.reading().restate(anyUser(kind));
            Optional.ofNullable(all.get(kind)).ifPresent(why -> round.reading().missed(anyUser(kind), TITLE,
                    kind.evidence(), Optional.empty(), Missed.of(why, false)));
        }
    }

    /** What fails here is not Google: the sink, or ourselves. */
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

    private void invisible() {
        for (EvidenceKind kind : INVISIBLE) {
            round.reading().missed(Round.ROOT + "not shown", TITLE, kind, Optional.empty(),
                    Missed.of(Reason.NOT_VISIBLE, "Google's interfaces show routing only as it changes", false));
        }
    }

    private void tell(UserList users) {
        int mailboxes = users.mailboxes().size();
        LOG.info("Google Workspace: {} mailboxes, {} users without one; {} requests, {} of them refused at first, {} KiB;"
                + " {} requests a mailbox", mailboxes, users.withoutMailbox(), client.tally().requests(),
                client.tally().refused(), client.tally().bytes() >> 10,
                mailboxes == 0 ? 0 : client.tally().requests() / mailboxes);
    }
}
