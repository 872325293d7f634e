package org.mimawari.indicator.exfil;

import java.util.List;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;

/** A whole mailbox was fetched over POP from an address new to it (ATT&amp;CK T1114.002). */
public final class ExfilPopAll implements Indicator {

    private static final IndicatorProfile PROFILE =
            Reading.profile("exfil-pop-all", EvidenceKind.MAIL_ACCESS, Level.MEDIUM, 45, 0.7, "T1114.002");
    private static final BulkDownload BULK = new BulkDownload(PROFILE, MailAccess.Type.POP_SESSION, 500, 200L << 20);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        return BULK.findings(evidence);
    }
}
