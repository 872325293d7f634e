package org.mimawari.connector.microsoft365.collect;

import java.time.Instant;
import java.util.Optional;
import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.connector.microsoft365.graph.GraphClient;
import org.mimawari.live.PageStore;
import org.mimawari.connector.microsoft365.graph.Service;
import org.mimawari.connector.microsoft365.graph.Single;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.live.Missed;
import org.mimawari.live.Reading;
import org.mimawari.live.ServiceException;
import org.mimawari.live.SharedSink;

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
    Tree single(Service service, String path) throws ServiceException, InterruptedException {
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
        reading().restate(source);
    }

    /** Says that the source was read whole. */
    void whole(String source, String title, EvidenceKind kind, Optional<MailboxAddress> mailbox) {
        reading().whole(source, title, kind, mailbox);
    }

    /** Says why the source was not read, or read in part only. */
    // Five parameters: a row of the coverage table.
    void missed(String source, String title, EvidenceKind kind, Optional<MailboxAddress> mailbox, Missed why) {
        reading().missed(source, title, kind, mailbox, why);
    }

    Reading reading() {
        return new Reading(sink, checkpoints);
    }
}
