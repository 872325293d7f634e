package org.mimawari.indicator.access;

import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;

/** A guest was invited into the organisation (ATT&amp;CK T1136.003). */
public final class AccessGuestInvited implements Indicator {

    private static final IndicatorProfile PROFILE =
            AccessFinding.profile("access-guest-invited", Level.LOW, 25, 0.5, "T1136.003");
    private static final AccountActs ACTS = new AccountActs(PROFILE, SettingTopic.GUEST_INVITED,
            new AccountActs.Judged(Level.MEDIUM, 40, 0.65));

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        return ACTS.findings(evidence);
    }
}
