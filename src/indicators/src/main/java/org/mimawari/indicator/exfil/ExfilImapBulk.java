package org.mimawari.indicator.exfil;

import java.util.List;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;

/** Much mail was fetched over IMAP within a day from an address new to the mailbox (ATT&amp;CK T1114.002). */
public final class ExfilImapBulk implements Indicator {

    private static final IndicatorProfile PROFILE =
            Reading.profile("exfil-imap-bulk", EvidenceKind.MAIL_ACCESS, Level.HIGH, 55, 0.7, "T1114.002");
    private static final BulkDownload BULK = new BulkDownload(PROFILE, MailAccess.Type.IMAP_SESSION, 2_000, 200L << 20);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        return BULK.findings(evidence);
    }
}
