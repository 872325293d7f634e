package org.mimawari.indicator.posture;

import java.util.List;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Reason;

/** What is done in the mailbox is not recorded, so the next incident cannot be explained (ATT&amp;CK T1562.008). */
public final class PostureAuditShort implements Indicator {

    private static final IndicatorProfile PROFILE =
            Weakness.profile("posture-audit-short", EvidenceKind.MAILBOX_PROFILE, 8, "T1562.008");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<MailboxProfile> off = evidence.profiles().stream()
                .filter(profile -> profile.find("AuditEnabled").filter("False"::equalsIgnoreCase).isPresent()).toList();
        return Weakness.finding(PROFILE, evidence, off, Reason.NONE);
    }
}
