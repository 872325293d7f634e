package org.mimawari.connector.imap;

import java.util.Arrays;
import java.util.Optional;
import org.mimawari.connector.imap.protocol.ImapClient.Examined;

/**
 * How far a folder was read.
 *
 * @param validity UIDVALIDITY: where it differs, the folder is another one, and all of it is new (RFC 9051 section 2.3.1.1)
 * @param highestUid no message up to this UID is new
 * @param modSeq HIGHESTMODSEQ (RFC 7162); 0 where the server has none
 * @param use what it was read for; read for something else, it is to be read again
 * @param contents whether texts were read too
 */
record FolderCheckpoint(long validity, long highestUid, long modSeq, FolderUse use, boolean contents) {

    private static final String VERSION = "1";
    private static final int WORDS = 6;

    /** Where a folder that was read whole ends; empty where the server does not tell enough to go on from there. */
    static Optional<FolderCheckpoint> of(Examined state, FolderUse use, boolean contents) {
        return state.validity() == 0 || state.nextUid() == 0 ? Optional.empty()
                : Optional.of(new FolderCheckpoint(state.validity(), state.nextUid() - 1, state.modSeq(), use, contents));
    }

    /** Reads what {@link #text} wrote; empty for anything else. */
    static Optional<FolderCheckpoint> of(String text) {
        String[] words = text.split(" ", WORDS + 1);
        Optional<FolderUse> use = words.length != WORDS || !words[0].equals(VERSION) ? Optional.empty()
                : Arrays.stream(FolderUse.values()).filter(each -> each.name().equals(words[4])).findFirst();
        try {
            return use.map(known -> new FolderCheckpoint(Long.parseLong(words[1]), Long.parseLong(words[2]),
                    Long.parseLong(words[3]), known, words[5].equals("contents")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    String text() {
        return String.join(" ", VERSION, String.valueOf(validity), String.valueOf(highestUid), String.valueOf(modSeq),
                use.name(), contents ? "contents" : "headers");
    }

    /** True where the folder is still the one that was read, and was read as it would be now. */
    boolean holdsFor(Examined now, FolderUse nowUse, boolean nowContents) {
        return validity == now.validity() && use == nowUse && (contents || !nowContents);
    }

    /** True where the server says that nothing was added. */
    boolean isCurrent(Examined now) {
        return now.messages() == 0 || now.nextUid() == highestUid + 1 || modSeq > 0 && modSeq == now.modSeq();
    }
}
