package org.mimawari.connector.imap;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.Sight;
import org.mimawari.connector.imap.protocol.Endpoint;
import org.mimawari.connector.imap.protocol.ImapClient;
import org.mimawari.connector.imap.protocol.ImapException;
import org.mimawari.connector.imap.protocol.Watch;
import org.mimawari.live.SharedSink;

/**
 * Reads the Sent, inbox, junk and trash folders of mailboxes, several at a time. A mailbox that cannot be read is a gap
 * in the coverage and does not stop the others.
 */
public final class ImapConnector implements Connector {

    private static final int LOOKED_AT = 3;

    private final ImapSettings settings;
    private final FilterScripts scripts;

    ImapConnector(ImapSettings settings) {
        this(settings, FilterScripts.NONE);
    }

    ImapConnector(ImapSettings settings, FilterScripts scripts) {
        this.settings = settings;
        this.scripts = scripts;
    }

    @Override
    public String name() {
        return "imap";
    }

    @Override
    public void collect(EvidenceSink sink) throws ConnectorException {
        collect(sink, Checkpoints.NONE);
    }

    @Override
    public void collect(EvidenceSink sink, Checkpoints checkpoints) throws ConnectorException {
        List<Account> accounts = settings.accounts().accounts();
        Endpoint endpoint = endpoint();
        ExecutorService workers = Executors.newFixedThreadPool(Math.min(settings.parallel(), accounts.size()),
                daemons("imap-reader"));
        ScheduledThreadPoolExecutor watchman = new ScheduledThreadPoolExecutor(1, daemons("imap-watchman"));
        watchman.setRemoveOnCancelPolicy(true);
        try {
            SharedSink shared = new SharedSink(sink);
            Round round = new Round(shared, new LockedCheckpoints(checkpoints, shared));
            AtomicInteger done = new AtomicInteger();
            List<Future<?>> all = new ArrayList<>();
            for (Account account : accounts) {
                all.add(workers.submit(() -> {
                    collect(account, endpoint, watchman, round);
                    round.sink().looked(done.incrementAndGet(), accounts.size());
                    return account;
                }));
            }
            await(all);
        } finally {
            workers.shutdownNow();
            watchman.shutdownNow();
        }
    }

    /** Signs in to the first mailboxes, one after the other; where one is refused, no other is asked. */
    @Override
    public List<Sight> look() throws ConnectorException {
        List<Sight> sights = new ArrayList<>();
        ScheduledThreadPoolExecutor watchman = new ScheduledThreadPoolExecutor(1, daemons("imap-watchman"));
        try {
            for (Account account : settings.accounts().accounts().stream().limit(LOOKED_AT).toList()) {
                Optional<String> trouble = trouble(account, new Watch(watchman, settings.limits().mailbox()));
                sights.add(new Sight("mail of " + account.mailbox(), "", trouble));
                if (trouble.isPresent()) {
                    break;
                }
            }
            return sights;
        } finally {
            watchman.shutdownNow();
        }
    }

    private Optional<String> trouble(Account account, Watch watch) throws ConnectorException {
        try (ImapClient client = ImapClient.open(endpoint(), account.credentials(), watch)) {
            return client.offers("IMAP4REV1") || client.offers("IMAP4REV2") ? Optional.empty()
                    : Optional.of("the server speaks no IMAP that is known here");
        } catch (ImapException e) {
            return Optional.of(e.getMessage());
        }
    }

    private void collect(Account account, Endpoint endpoint, ScheduledThreadPoolExecutor watchman, Round round)
            throws InterruptedException, ConnectorException {
        Watch watch = new Watch(watchman, settings.limits().mailbox());
        MailboxCollection mail = new MailboxCollection(account, settings, endpoint, watch, round);
        mail.collect();
        scripts.collect(account, mail.isRefused(), round.sink());
    }

    private Endpoint endpoint() throws ConnectorException {
        try {
            return new Endpoint(settings.host(), settings.port(), settings.security(), settings.trust().socketFactory(),
                    settings.certificateName(), settings.limits().timing());
        } catch (IOException e) {
            throw new ConnectorException(Problem.USAGE, "the certificates for " + settings.host() + ": " + e.getMessage(), e);
        }
    }

    /** What fails here is no mail server: the sink, or ourselves. */
    private static void await(List<Future<?>> all) throws ConnectorException {
        try {
            for (Future<?> one : all) {
                one.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectorException(Problem.UNREACHABLE, "reading mailboxes was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException own) {
                throw own;
            }
            if (e.getCause() instanceof Error own) {
                throw own;
            }
            throw new ConnectorException(Problem.UNREACHABLE, "reading a mailbox was cut off", e);
        }
    }

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
