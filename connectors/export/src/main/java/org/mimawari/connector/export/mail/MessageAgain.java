package org.mimawari.connector.export.mail;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import org.mimawari.connector.RawRecords;
import org.mimawari.connector.export.Source;
import org.mimawari.evidence.EvidenceRef;

/** Reads messages again by their number in a mail folder; a file of one message holds number 1. */
public final class MessageAgain {

    private static final int LONGEST = 1 << 20;

    private MessageAgain() {}

    public static void read(Source source, SortedMap<Long, EvidenceRef> wanted, RawRecords taker) throws IOException {
        boolean folder = MailLook.mbox(source.preview()) > MailLook.message(source.preview());
        try (InputStream in = source.openRaw()) {
            if (folder) {
                folder(new MboxStream(in), wanted, taker);
            } else if (wanted.containsKey(1L)) {
                give(wanted.get(1L), in.readNBytes(LONGEST + 1), true, taker);
            }
        }
    }

    private static void folder(MboxStream mbox, SortedMap<Long, EvidenceRef> wanted, RawRecords taker) throws IOException {
        long number = 0;
        Optional<RawMessage> raw = Optional.empty();
        while (number < wanted.lastKey() && (raw = mbox.next()).isPresent()) {
            number++;
            if (wanted.containsKey(number)) {
                boolean whole = raw.get().bytes().length == raw.get().size();
                give(wanted.get(number), raw.get().bytes(), whole, taker);
            }
        }
    }

    private static void give(EvidenceRef ref, byte[] bytes, boolean whole, RawRecords taker) {
        boolean fits = bytes.length <= LONGEST;
        taker.record(ref, fits ? bytes : Arrays.copyOf(bytes, LONGEST), whole && fits);
    }
}
