package org.mimawari.connector.imap;

import java.util.List;
import java.util.Optional;
import org.mimawari.connector.EvidenceSink;
import org.mimawari.connector.imap.protocol.ImapClient;
import org.mimawari.connector.imap.protocol.ImapException;
import org.mimawari.evidence.EvidenceKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a server tells of a mailbox besides its mail: who else may read it, which scripts run on changes in it, and how
 * full it is. Each is asked once, also where connections break in between. Not safe for several threads.
 */
final class Surroundings {

    private static final Logger LOG = LoggerFactory.getLogger(Surroundings.class);
    private static final List<EvidenceKind> RIGHTS = List.of(EvidenceKind.DELEGATION);
    private static final List<EvidenceKind> RULES = List.of(EvidenceKind.MAILBOX_RULE);
    /** Mail that comes in is turned away not only at 100 %: a message needs room as a whole. */
    private static final long FULL = 95;

    private final AccessRights rights;
    private final FolderScripts scripts;
    private final String source;
    private final MailboxCoverage coverage;
    private boolean rightsKnown;
    private boolean scriptsKnown;
    private boolean scriptsRun;

    Surroundings(Account account, String source, EvidenceSink sink, MailboxCoverage coverage) {
        this.rights = new AccessRights(account, source, sink);
        this.scripts = new FolderScripts(account.mailbox(), source, sink);
        this.source = source;
        this.coverage = coverage;
    }

    void read(ImapClient client, List<FolderTask> folders) throws ImapException {
        scriptsRun = FolderScripts.areRun(client);
        if (!rightsKnown) {
            readRights(client, folders);
        }
        if (!scriptsKnown) {
            readScripts(client, folders);
        }
        readQuota(client);
    }

    boolean isKnown() {
        return rightsKnown && scriptsKnown;
    }

    /** Says what was not asked, and why; annotations do nothing where the server runs no such scripts. */
    void giveUp(String why) {
        if (!rightsKnown) {
            coverage.missed(RIGHTS, why);
        }
        if (!scriptsKnown && scriptsRun) {
            coverage.partial(RULES, why);
        }
    }

    private void readRights(ImapClient client, List<FolderTask> folders) throws ImapException {
        Optional<String> why = rights.read(client, folders);
        rightsKnown = true;
        why.ifPresentOrElse(reason -> coverage.absent(RIGHTS, reason), () -> RIGHTS.forEach(coverage::whole));
    }

    /** That there are none says nothing of other rules, so it is not worth a word. */
    private void readScripts(ImapClient client, List<FolderTask> folders) throws ImapException {
        Optional<String> why = scripts.read(client, folders);
        scriptsKnown = true;
        if (scripts.found()) {
            coverage.limited(RULES, "the server tells which scripts run on changes in folders, not what they do (RFC 6785)");
        }
        why.filter(reason -> scriptsRun).ifPresent(reason -> coverage.partial(RULES, reason));
    }

    /** A remark, so a server that does not answer is not asked again. */
    private void readQuota(ImapClient client) {
        if (!client.offers("QUOTA") && !client.offersSome("QUOTA")) {
            return;
        }
        try {
            long percent = client.percentUsed("INBOX");
            if (percent >= FULL) {
                coverage.limited(FolderUse.RECEIVED.kinds(), "the mailbox is full to " + percent
                        + " % of its quota: mail, and failure reports among it, may be turned away");
            }
        } catch (ImapException e) {
            LOG.debug("{}: {}", source, e.getMessage());
        }
    }
}
