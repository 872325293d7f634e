package org.mimawari.connector.microsoft365.collect;

import java.time.Instant;
import java.util.Optional;
import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.connector.microsoft365.graph.GraphClient;
import org.mimawari.connector.microsoft365.graph.GraphException;
import org.mimawari.connector.microsoft365.graph.PageStore;
import org.mimawari.connector.microsoft365.graph.Reason;
import org.mimawari.connector.microsoft365.graph.Service;
import org.mimawari.connector.microsoft365.graph.Single;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;

/**
 * What all readers of one round share. Checkpoints and the sink are used in turn only.
 *
 * @param since from when on logs are read
 * @param now when the round began; nothing later is asked for
 */
record Round(GraphClient client, PageStore store, SharedSink sink, Checkpoints checkpoints, Instant since, Instant now) {

    /** How sources begin that are lists of Graph. */
    static final String ROOT = "graph/";

    /** The source of a list of one mailbox. */
    static String source(MailboxAddress mailbox, String list) {
        return ROOT + "users/" + mailbox.text() + "/" + list;
    }

    /** A single object, from an earlier attempt at this round where that had it. */
    Tree single(Service service, String path) throws GraphException, InterruptedException {
        Optional<byte[]> kept = store.find(path, 0);
        if (kept.isPresent()) {
            return Single.of(kept.get());
        }
        byte[] answer = client.get(service, path);
        Tree tree = Single.of(answer);
        store.keep(path, 0, answer);
        return tree;
    }

    /** What is said of the source in this round stands instead of what was said before. */
    void restate(String source) {
        sink.inTurn(() -> checkpoints.restate(source));
    }

    /** Says that the source was read whole. */
    void whole(String source, String title, EvidenceKind kind, Optional<MailboxAddress> mailbox) {
        sink.cover(piece(source, title, kind, mailbox, Coverage.State.COLLECTED, Optional.empty()));
    }

    /** Says why the source was not read, or read in part only. */
    // Five parameters: a row of the coverage table.
    void missed(String source, String title, EvidenceKind kind, Optional<MailboxAddress> mailbox, Missed why) {
        Coverage.State state = why.some() ? Coverage.State.PARTIAL : Coverage.State.NOT_COLLECTED;
        Coverage piece = piece(source, title, kind, mailbox, state, Optional.of(why.line()));
        sink.cover(why.passing() ? Coverage.broken(piece, state, why.line()) : piece);
    }

    /**
     * Why something was not seen.
     *
     * @param some true where a part of it was seen
     * @param passing true where looking again may show more
     */
    record Missed(String line, boolean some, boolean passing) {

        /** The same, with more to say. */
        Missed with(String more) {
            return new Missed(line + more, some, passing);
        }

        static Missed of(GraphException failure, boolean some) {
            return new Missed(failure.line(), some, failure.reason().isPassing());
        }

        static Missed of(Reason reason, String detail, boolean some) {
            return new Missed(reason.word() + ": " + detail, some, reason.isPassing());
        }
    }

    private static Coverage piece(String source, String title, EvidenceKind kind, Optional<MailboxAddress> mailbox,
            Coverage.State state, Optional<String> why) {
        return new Coverage(source, title, kind, mailbox, state, why, Optional.empty(), Optional.empty(), 0);
    }
}
