package org.mimawari.indicator.tamper;

import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.SettingActs;

/** The service that vouches for users was changed (ATT&amp;CK T1484.002, T1556.007). */
public final class TamperIdentityProviderChanged implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("tamper-identity-provider-changed", Family.TAMPER, AttackStage.ABUSE,
            Level.MEDIUM, 45, 0.7, List.of("T1484.002", "T1556.007"), Set.of(EvidenceKind.SETTING_CHANGE));
    private static final SettingActs ACTS = new SettingActs(PROFILE, SettingTopic.IDENTITY_PROVIDER_CHANGED);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        return ACTS.findings(evidence);
    }
}
