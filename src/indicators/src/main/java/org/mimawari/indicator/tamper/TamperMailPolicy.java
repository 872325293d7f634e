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

/** A protection against malicious mail was removed, switched off or loosened (ATT&amp;CK T1562.001). */
public final class TamperMailPolicy implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("tamper-mail-policy", Family.TAMPER, AttackStage.ABUSE,
            Level.MEDIUM, 40, 0.6, List.of("T1562.001"), Set.of(EvidenceKind.SETTING_CHANGE));
    private static final SettingActs ACTS = new SettingActs(PROFILE, SettingTopic.MAIL_PROTECTION_WEAKENED);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        return ACTS.findings(evidence);
    }
}
