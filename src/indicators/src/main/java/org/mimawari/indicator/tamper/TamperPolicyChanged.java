package org.mimawari.indicator.tamper;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
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

/** A sign-in or password policy was changed; graver where it asks less than before (ATT&amp;CK T1562.001, T1556). */
public final class TamperPolicyChanged implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("tamper-policy-changed", Family.TAMPER, AttackStage.ABUSE,
            Level.LOW, 25, 0.5, List.of("T1562.001", "T1556"), Set.of(EvidenceKind.SETTING_CHANGE));
    private static final SettingActs ACTS = new SettingActs(PROFILE, SettingTopic.POLICY_CHANGED);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        Stream<Finding> weakened = ACTS.findings(evidence, PolicyWeakening::isIn).stream()
                .map(finding -> finding.judged(Level.MEDIUM, 40, 0.65));
        return Stream.concat(weakened, ACTS.findings(evidence, change -> !PolicyWeakening.isIn(change)).stream())
                .toList();
    }
}
