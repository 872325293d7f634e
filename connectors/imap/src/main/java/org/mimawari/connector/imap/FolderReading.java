package org.mimawari.connector.imap;

import java.util.BitSet;
import java.util.Optional;
import org.mimawari.connector.imap.protocol.FetchedMessage;
import org.mimawari.connector.imap.protocol.ImapClient;
import org.mimawari.connector.imap.protocol.ImapClient.Examined;
import org.mimawari.connector.imap.protocol.ImapException;
import org.mimawari.message.MailMessage;

/**
 * Reads one folder by EXAMINE and FETCH with PEEK. Every message asked for arrives, is asked for again alone, or is
 * rejected by name: a server that gives less than it announced must not read as a small, clean mailbox.
 */
final class FolderReading {

    private static final int MOST_ALONE = 1_000;
    private static final int TELLING = 3;
    /** How many commands are sent ahead, so that neither side waits for the other. */
    private static final int AT_ONCE = 8;

    private final ImapClient client;
    private final FolderTask task;
    private final MessageEvidence evidence;
    private final FolderMemory memory;
    private final BitSet closer = new BitSet();
    private final BitSet longer = new BitSet();
    private long first = 1;
    private int alone;
    private String refusal = "the server gave no answer for it";

    FolderReading(ImapClient client, FolderTask task, MessageEvidence evidence, FolderMemory memory) {
        this.client = client;
        this.task = task;
        this.evidence = evidence;
        this.memory = memory;
    }

    /** @param most the most messages to read; the newest count */
    void read(int most) throws ImapException {
        Examined now = client.examine(task.folder().raw());
        task.begin(now);
        task.leaveOut(knownMessages(now));
        long all = now.messages();
        long fresh = task.messages();
        first = all - Math.min(fresh, most) + 1;
        int count = (int) (all - first + 1);
        int together = evidence.firstLook().together() * AT_ONCE;
        for (int from = 0; from < count && !task.isDone(); from += together) {
            chunk(from, Math.min(count, from + together));
        }
        if (fresh > most) {
            task.giveUp("it holds " + fresh + " messages, of which the newest " + most + " were read");
        }
        task.finish();
        if (task.isWhole()) {
            memory.keep(task);
        }
    }

    /** How many messages at the beginning of the folder were read in an earlier round. */
    private long knownMessages(Examined now) throws ImapException {
        Optional<FolderCheckpoint> known = memory.find(task, now);
        if (known.isEmpty()) {
            return 0;
        }
        return known.get().isCurrent(now) ? now.messages()
                : client.firstBehind(known.get().highestUid(), now.messages()) - 1;
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
            task.failed(index);
        }
        return came;
    }

    private void look(BitSet wanted) throws ImapException {
        closer.clear();
        longer.clear();
        fetch(wanted, evidence.firstLook());
        fetch((BitSet) closer.clone(), Look.BEGINNING);
        fetch((BitSet) longer.clone(), Look.LONG_HEADERS);
    }

    /** A NO to one command concerns these messages only; what did not come is asked for alone. */
    private void fetch(BitSet wanted, Look look) throws ImapException {
        if (wanted.isEmpty()) {
            return;
        }
        BitSet open = (BitSet) wanted.clone();
        String items = look.items(client.offers("SAVEDATE"), !task.use().isSorted());
        client.fetch(MessageSet.split(wanted, first, look.together()), items, look.most(look.together()), message -> {
            long index = message.number() - first;
            if (index >= 0 && index < open.length() && open.get((int) index)) {
                open.clear((int) index);
                arrived((int) index, message, look);
            }
        }).ifPresent(why -> refusal = why);
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
