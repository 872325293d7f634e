package org.mimawari.connector.imap;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.imap.protocol.Endpoint;
import org.mimawari.connector.imap.protocol.ImapClient;
import org.mimawari.connector.imap.protocol.ImapException;
import org.mimawari.connector.imap.protocol.ImapException.Problem;
import org.mimawari.connector.imap.protocol.Watch;
import org.mimawari.evidence.EvidenceKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads one mailbox, by one connection at a time. A busy server is asked again later, a folder that breaks the connection
 * is given up for the others' sake, and a refused sign-in ends it. Whatever happens, it says what was not seen.
 */
final class MailboxCollection {

    private static final Logger LOG = LoggerFactory.getLogger(MailboxCollection.class);
    private static final int MOST_CONNECTIONS = 20;
    private static final List<EvidenceKind> SENT = FolderUse.SENT.kinds();
    private static final List<EvidenceKind> RECEIVED = FolderUse.RECEIVED.kinds();

    private final Account account;
    private final ImapSettings settings;
    private final Endpoint endpoint;
    private final EvidenceSink sink;
    private final Watch watch;
    private final String source;
    private final MailboxCoverage coverage;
    private final FolderMemory memory;
    private final Surroundings surroundings;
    private Optional<FolderChoice> choice = Optional.empty();
    private Optional<FolderTask> current = Optional.empty();
    private boolean refused;
    private int waited;

    /** @param round where to hand evidence to, and what earlier rounds have read */
    MailboxCollection(Account account, ImapSettings settings, Endpoint endpoint, Watch watch, Round round) {
        this.account = account;
        this.settings = settings;
        this.endpoint = endpoint;
        this.sink = round.sink();
        this.watch = watch;
        this.source = "imap:" + settings.host() + "/" + account.mailbox();
        this.coverage = new MailboxCoverage(account.mailbox(), source, sink);
        this.surroundings = new Surroundings(account, source, sink, coverage);
        this.memory = new FolderMemory(round.checkpoints(), source, settings.contents());
    }

    /** @throws InterruptedException where the whole scan is to end */
    void collect() throws InterruptedException {
        memory.keepAll();
        Optional<String> end = Optional.empty();
        for (int i = 0; i < MOST_CONNECTIONS && !isComplete() && end.isEmpty(); i++) {
            end = connectAndRead();
        }
        report(end.orElse("the connection broke too often"));
    }

    /** True where the server refused the account. */
    boolean isRefused() {
        return refused;
    }

    /** Reads as far as one connection goes; tells why where another one is of no use. */
    private Optional<String> connectAndRead() throws InterruptedException {
        current = Optional.empty();
        try (ImapClient client = ImapClient.open(endpoint, account.credentials(), watch)) {
            read(client);
            return Optional.empty();
        } catch (ImapException e) {
            LOG.debug("{}: {}", source, e.getMessage());
            return after(e);
        }
    }

    private Optional<String> after(ImapException e) throws InterruptedException {
        refused = e.problem() == Problem.CREDENTIALS;
        boolean timeIsUp = watch.left().isZero();
        if (e.problem() == Problem.LATER && waited < settings.limits().pauses().size()) {
            Duration pause = settings.limits().pauses().get(waited++);
            if (pause.compareTo(watch.left()) < 0) {
                new CountDownLatch(1).await(pause.toMillis(), TimeUnit.MILLISECONDS);
                return Optional.empty();
            }
        }
        boolean oneFolder = (e.problem() == Problem.TOO_SLOW || e.problem() == Problem.NONSENSE) && current.isPresent();
        if (oneFolder && !timeIsUp) {
            current.get().giveUp(e.getMessage());
            return Optional.empty();
        }
        return Optional.of(timeIsUp ? "its time of " + settings.limits().mailbox().toSeconds() + " s is up: "
                + e.getMessage() : e.getMessage());
    }

    private void read(ImapClient client) throws ImapException {
        if (choice.isEmpty()) {
            choice = Optional.of(FolderChoice.of(client, new FolderGlance(account.mailbox()), memory, settings));
        }
        for (FolderTask task : choice.get().tasks()) {
            if (!task.isDone()) {
                current = Optional.of(task);
                read(client, task);
            }
        }
        current = Optional.empty();
        surroundings.read(client, chief(choice.get()));
    }

    private void read(ImapClient client, FolderTask task) throws ImapException {
        MessageEvidence evidence = new MessageEvidence(account.mailbox(), coverage.source(task), task, settings.contents(),
                sink);
        try {
            new FolderReading(client, task, evidence, memory).read(settings.limits().messages());
        } catch (ImapException e) {
            if (e.problem() != Problem.REFUSED) {
                throw e;
            }
            task.giveUp(e.getMessage());
        }
    }

    /** Those that a thief cares for: the inbox, and where sent mail lies. */
    private static List<FolderTask> chief(FolderChoice known) {
        return known.tasks().stream().filter(task -> task.folder().raw().equalsIgnoreCase("INBOX")
                || task.use() == FolderUse.SENT).toList();
    }

    private boolean isComplete() {
        return surroundings.isKnown() && choice.isPresent() && choice.get().tasks().stream().allMatch(FolderTask::isDone);
    }

    private void report(String end) {
        if (choice.isEmpty()) {
            LOG.warn("{} was not read: {}", source, end);
            coverage.missed(SENT, end);
            coverage.missed(RECEIVED, end);
            surroundings.giveUp(end);
            return;
        }
        List<FolderTask> tasks = choice.get().tasks();
        tasks.stream().filter(task -> !task.isDone()).forEach(task -> task.giveUp(end));
        tasks.forEach(coverage::folder);
        surroundings.giveUp(end);
        choice.get().limited().ifPresent(why -> coverage.partial(SENT, why));
        reportMissing(choice.get());
    }

    /** A mailbox whose inbox may not be opened was not seen, whatever else the server shows of it. */
    private void reportMissing(FolderChoice known) {
        Optional<String> inbox = known.tasks().stream().filter(task -> task.folder().raw().equalsIgnoreCase("INBOX"))
                .findFirst().map(task -> task.read() > 0 ? Optional.<String>empty() : task.trouble())
                .orElse(Optional.of("the server shows no INBOX"));
        inbox.ifPresent(why -> LOG.warn("{}: the inbox was not read: {}", source, why));
        boolean noSent = !known.has(FolderUse.SENT) && !known.has(FolderUse.OWN_MAIL);
        if (noSent && inbox.isPresent()) {
            coverage.missed(SENT, "no Sent folder is shown, nor can the inbox be read: " + inbox.get());
        } else if (noSent) {
            coverage.absent(SENT, "no Sent folder was found; name it by 'sent-folders'");
        }
        if (!known.has(FolderUse.RECEIVED)) {
            coverage.missed(RECEIVED, "the server shows no inbox");
        }
    }
}
