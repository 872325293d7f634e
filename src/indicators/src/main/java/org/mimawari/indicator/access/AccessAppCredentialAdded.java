package org.mimawari.indicator.access;

import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;

/**
 * A secret or certificate was added to an application, which can then act without any person (ATT&amp;CK T1098.001).
 */
public final class AccessAppCredentialAdded implements Indicator {

    private static final IndicatorProfile PROFILE =
            AccessFinding.profile("access-app-credential-added", Level.MEDIUM, 40, 0.65, "T1098.001");
    private static final AccountActs ACTS = new AccountActs(PROFILE, SettingTopic.APP_CREDENTIAL_ADDED,
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
