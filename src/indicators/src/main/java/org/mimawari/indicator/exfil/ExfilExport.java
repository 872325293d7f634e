package org.mimawari.indicator.exfil;

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

/** Mail or files were exported in bulk: a compliance search, a mailbox export, a take-out, a data transfer (ATT&amp;CK T1114.002, T1530). */
public final class ExfilExport implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("exfil-export", Family.EXFIL, AttackStage.ABUSE,
            Level.HIGH, 55, 0.7, List.of("T1114.002", "T1530"), Set.of(EvidenceKind.SETTING_CHANGE));
    private static final SettingActs ACTS = new SettingActs(PROFILE, SettingTopic.DATA_EXPORT);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        return ACTS.findings(evidence);
    }
}
