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

/** Something was made visible to more people: a calendar, a document, a sharing setting (ATT&amp;CK T1530, T1213). */
public final class ExfilSharingWidened implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("exfil-sharing-widened", Family.EXFIL, AttackStage.ABUSE,
            Level.LOW, 25, 0.5, List.of("T1530", "T1213"), Set.of(EvidenceKind.SETTING_CHANGE));
    private static final SettingActs ACTS = new SettingActs(PROFILE, SettingTopic.SHARING_WIDENED);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        return ACTS.findings(evidence);
    }
}
