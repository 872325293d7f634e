package org.mimawari.connector.imap;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Optional;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.mimawari.connector.Connector;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.imap.ImapSettings.Account;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the Sent, inbox and junk folders of mailboxes. A mailbox that cannot be read is a gap in the coverage and does
 * not stop the others.
 */
public final class ImapConnector implements Connector {

    private static final Logger LOG = LoggerFactory.getLogger(ImapConnector.class);
    private static final List<EvidenceKind> SENT = List.of(EvidenceKind.SENT_MESSAGE);
    private static final List<EvidenceKind> RECEIVED = List.of(EvidenceKind.NON_DELIVERY_REPORT,
            EvidenceKind.FEEDBACK_REPORT, EvidenceKind.RECEIVED_MESSAGE);

    private final ImapSettings settings;

    ImapConnector(ImapSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "imap";
    }

    @Override
    public void collect(EvidenceSink sink) {
        int done = 0;
        for (Account account : settings.accounts()) {
            collect(account, sink);
            sink.progress(++done, settings.accounts().size());
        }
    }

    private void collect(Account account, EvidenceSink sink) {
        MailboxAddress mailbox = new MailboxAddress(account.mailbox());
        try (MailboxSession session = MailboxSession.open(settings, account)) {
            FolderChoice choice = FolderChoice.of(session.folders(settings.limits().folders()), settings.sentFolders());
            read(mailbox, choice.sent(), true, sink);
            read(mailbox, choice.received(), false, sink);
        } catch (AuthenticationFailedException e) {
            miss(mailbox, "the server refused the sign-in", sink);
        } catch (MessagingException e) {
            miss(mailbox, "the server could not be read: " + e.getClass().getSimpleName(), sink);
        }
    }

    private void read(MailboxAddress mailbox, List<IMAPFolder> folders, boolean sent, EvidenceSink sink) {
        if (folders.isEmpty()) {
            String why = sent ? "no Sent folder was found; name it by 'sent-folders'" : "no inbox was found";
            (sent ? SENT : RECEIVED).forEach(kind -> sink.cover(coverage(mailbox, settings.host(), kind,
                    Coverage.State.NOT_COLLECTED, Optional.of(why))));
        }
        for (IMAPFolder folder : folders) {
            String source = "imap:" + settings.host() + "/" + mailbox + "/" + folder.getFullName();
            Optional<String> broken = new FolderReading(mailbox, source, settings).read(folder, sent, sink);
            (sent ? SENT : RECEIVED).forEach(kind -> sink.cover(covered(mailbox, source, kind, broken)));
        }
    }

    private void miss(MailboxAddress mailbox, String why, EvidenceSink sink) {
        LOG.warn("a mailbox on {} was not read: {}", settings.host(), why);
        SENT.forEach(kind -> sink.cover(missed(mailbox, kind, why)));
        RECEIVED.forEach(kind -> sink.cover(missed(mailbox, kind, why)));
    }

    private Coverage missed(MailboxAddress mailbox, EvidenceKind kind, String why) {
        String source = "imap:" + settings.host() + "/" + mailbox;
        return Coverage.broken(coverage(mailbox, source, kind, Coverage.State.COLLECTED, Optional.empty()),
                Coverage.State.NOT_COLLECTED, why);
    }

    private static Coverage covered(MailboxAddress mailbox, String source, EvidenceKind kind, Optional<String> broken) {
        Coverage whole = coverage(mailbox, source, kind, Coverage.State.COLLECTED, Optional.empty());
        return broken.map(why -> Coverage.broken(whole, Coverage.State.PARTIAL, why)).orElse(whole);
    }

    private static Coverage coverage(MailboxAddress mailbox, String source, EvidenceKind kind, Coverage.State state,
            Optional<String> why) {
        return new Coverage(source, "IMAP folder", kind, Optional.of(mailbox), state, why, Optional.empty(),
                Optional.empty(), 0);
    }
}
