package org.mimawari.indicator.access;

import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;

/** The address or number for recovering the account was changed (ATT&amp;CK T1098). */
public final class AccessRecoveryChanged implements Indicator {

    private static final IndicatorProfile PROFILE =
            AccessFinding.profile("access-recovery-changed", Level.MEDIUM, 40, 0.65, "T1098");
    private static final AccountActs ACTS = new AccountActs(PROFILE, SettingTopic.RECOVERY_CHANGED,
            new AccountActs.Judged(Level.HIGH, 55, 0.75));

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        return ACTS.findings(evidence);
    }
}
