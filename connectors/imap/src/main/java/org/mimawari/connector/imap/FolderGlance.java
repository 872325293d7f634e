package org.mimawari.connector.imap;

import java.util.Optional;
import org.mimawari.connector.imap.protocol.ImapClient;
import org.mimawari.connector.imap.protocol.ImapException;
import org.mimawari.connector.imap.protocol.ImapException.Problem;
import org.mimawari.connector.imap.protocol.ListedFolder;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.message.MailMessage;

/**
 * Looks at the newest messages of a folder whose name says nothing. Outlook's own Sent folder bears no attribute on many
 * servers, and a thief's rule puts delivery failures where nobody looks.
 */
final class FolderGlance {

    private static final int NEWEST = 20;
    private static final long MOST_BYTES = 4L << 20;
    private static final String SENDERS = "(UID BODY.PEEK[HEADER.FIELDS (FROM RETURN-PATH)]<0.4096>)";

    private final MailboxAddress mailbox;

    FolderGlance(MailboxAddress mailbox) {
        this.mailbox = mailbox;
    }

    /** What the folder is worth reading for; empty where it holds neither, or may not be opened. */
    Optional<FolderUse> at(ImapClient client, ListedFolder folder) throws ImapException {
        int[] counted = new int[3];
        try {
            long all = client.examine(folder.raw()).messages();
            if (all == 0) {
                return Optional.empty();
            }
            client.fetch(Math.max(1, all - NEWEST + 1) + ":" + all, SENDERS, MOST_BYTES,
                    message -> count(MailMessage.of(message.bytes()), counted));
        } catch (ImapException e) {
            if (e.problem() != Problem.REFUSED) {
                throw e;
            }
        }
        if (counted[1] * 2 > counted[0]) {
            return Optional.of(FolderUse.OWN_MAIL);
        }
        return counted[2] > 0 ? Optional.of(FolderUse.ASIDE) : Optional.empty();
    }

    /** Counts messages, those of the owner, and those of mail systems. */
    private void count(MailMessage mail, int[] counted) {
        counted[0]++;
        counted[1] += mail.from().filter(from -> MessageEvidence.isOwner(from, mailbox)).isPresent() ? 1 : 0;
        boolean report = MessageEvidence.isReporter(mail.headers().raw("from").orElse(""))
                || mail.headers().lower("return-path").equals("<>");
        counted[2] += report ? 1 : 0;
    }
}
