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

/** An account was exempted from mailbox auditing (ATT&amp;CK T1562.008). */
public final class TamperAuditBypass implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("tamper-audit-bypass", Family.TAMPER, AttackStage.ABUSE,
            Level.HIGH, 60, 0.8, List.of("T1562.008"), Set.of(EvidenceKind.SETTING_CHANGE));
    private static final SettingActs ACTS = new SettingActs(PROFILE, SettingTopic.AUDIT_BYPASSED);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        return ACTS.findings(evidence);
    }
}
