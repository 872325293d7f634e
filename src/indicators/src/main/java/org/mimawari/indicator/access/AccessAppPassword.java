package org.mimawari.indicator.access;

import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;

/**
 * A password for programs was made, which needs no second factor and outlives a change of the password (ATT&amp;CK
 * T1098.001).
 */
public final class AccessAppPassword implements Indicator {

    private static final IndicatorProfile PROFILE =
            AccessFinding.profile("access-app-password", Level.MEDIUM, 45, 0.7, "T1098.001");
    private static final AccountActs ACTS = new AccountActs(PROFILE, SettingTopic.APP_PASSWORD_ADDED,
            new AccountActs.Judged(Level.HIGH, 60, 0.8));

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        return ACTS.findings(evidence);
    }
}
