package org.mimawari.connector.imap;

import java.util.BitSet;
import org.mimawari.connector.imap.protocol.FetchedMessage;
import org.mimawari.connector.imap.protocol.ImapClient;
import org.mimawari.connector.imap.protocol.ImapException;
import org.mimawari.connector.imap.protocol.ImapException.Problem;
import org.mimawari.message.MailMessage;

/**
 * Reads one folder by EXAMINE and FETCH with PEEK. Every message asked for arrives, is asked for again alone, or is
 * rejected by name: a server that gives less than it announced must not read as a small, clean mailbox.
 */
final class FolderReading {

    private static final int MOST_ALONE = 1_000;
    private static final int TELLING = 3;

    private final ImapClient client;
    private final FolderTask task;
    private final MessageEvidence evidence;
    private final BitSet closer = new BitSet();
    private final BitSet longer = new BitSet();
    private long first = 1;
    private int alone;
    private String refusal = "the server gave no answer for it";

    FolderReading(ImapClient client, FolderTask task, MessageEvidence evidence) {
        this.client = client;
        this.task = task;
        this.evidence = evidence;
    }

    /** @param most the most messages to read; the newest count */
    void read(int most) throws ImapException {
        task.begin(client.examine(task.folder().raw()));
        long all = task.messages();
        first = Math.max(1, all - most + 1);
        int count = (int) (all - first + 1);
        int together = evidence.firstLook().together();
        for (int from = 0; from < count && !task.isDone(); from += together) {
            chunk(from, Math.min(count, from + together));
        }
        if (first > 1) {
            task.giveUp("it holds " + all + " messages, of which the newest " + most + " were read");
        }
        task.finish();
    }

    private void chunk(int from, int to) throws ImapException {
        BitSet wanted = missing(from, to);
        int asked = wanted.cardinality();
        if (asked == 0) {
            return;
        }
        look(wanted);
        BitSet missing = missing(from, to);
        boolean nothingCame = asked > TELLING && missing.cardinality() == asked;
        int failed = 0;
        for (int i = missing.nextSetBit(0); i >= 0 && !task.isDone(); i = missing.nextSetBit(i + 1)) {
            failed += askAlone(i) ? 0 : 1;
            if (nothingCame && failed == TELLING) {
                task.giveUp("the server gives none of the messages it says are there: " + refusal);
            } else if (alone > MOST_ALONE) {
                task.giveUp("the server left out more than " + MOST_ALONE + " messages: " + refusal);
            }
        }
    }

    private BitSet missing(int from, int to) {
        BitSet missing = new BitSet();
        for (int i = from; i < to; i++) {
            missing.set(i, !task.isHandled(i));
        }
        return missing;
    }

    private boolean askAlone(int index) throws ImapException {
        alone++;
        BitSet one = new BitSet();
        one.set(index);
        look(one);
        boolean came = task.isHandled(index);
        if (!came) {
            evidence.reject(first + index, refusal);
            task.handled(index);
        }
        return came;
    }

    private void look(BitSet wanted) throws ImapException {
        closer.clear();
        longer.clear();
        fetch(wanted, evidence.firstLook());
        inGroups((BitSet) closer.clone(), Look.BEGINNING);
        inGroups((BitSet) longer.clone(), Look.LONG_HEADERS);
    }

    private void inGroups(BitSet all, Look look) throws ImapException {
        BitSet group = new BitSet();
        for (int i = all.nextSetBit(0); i >= 0; i = all.nextSetBit(i + 1)) {
            group.set(i);
            if (group.cardinality() == look.together()) {
                fetch(group, look);
                group.clear();
            }
        }
        if (!group.isEmpty()) {
            fetch(group, look);
        }
    }

    /** A NO to one command concerns these messages only; what did not come is asked for alone. */
    private void fetch(BitSet wanted, Look look) throws ImapException {
        BitSet open = (BitSet) wanted.clone();
        String items = look.items(client.offers("SAVEDATE"), !task.use().isSorted());
        try {
            client.fetch(MessageSet.of(wanted, first), items, look.most(wanted.cardinality()), message -> {
                long index = message.number() - first;
                if (index >= 0 && index < open.length() && open.get((int) index)) {
                    open.clear((int) index);
                    arrived((int) index, message, look);
                }
            });
        } catch (ImapException e) {
            if (e.problem() != Problem.REFUSED) {
                throw e;
            }
            refusal = e.getMessage();
        }
    }

    private void arrived(int index, FetchedMessage message, Look look) {
        MailMessage mail = MailMessage.of(message.bytes(), message.size());
        if (look == Look.HEADERS && evidence.deservesMore(message, mail)) {
            closer.set(index);
            return;
        }
        boolean isCut = look == Look.BEGINNING ? look.isCut(message.bytes()) && mail.root().rawBody(1).length == 0
                : look.isCut(message.bytes());
        if (isCut && look != Look.LONG_HEADERS) {
            longer.set(index);
            return;
        }
        if (isCut) {
            task.headersCut();
        }
        evidence.deliver(message, mail);
        task.handled(index);
    }
}
