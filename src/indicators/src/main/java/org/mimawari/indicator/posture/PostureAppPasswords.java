package org.mimawari.indicator.posture;

import java.util.List;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Reason;

/** The mailbox has application passwords, which no second factor protects and no reset ends (ATT&amp;CK T1098.001). */
public final class PostureAppPasswords implements Indicator {

    private static final IndicatorProfile PROFILE =
            Weakness.profile("posture-app-passwords", EvidenceKind.SETTING_CHANGE, 6, "T1098.001");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<SettingChange> present = evidence.settingChanges().stream()
                .filter(change -> change.topic() == SettingTopic.APP_PASSWORD_ADDED && change.succeeded()).toList();
        return Weakness.finding(PROFILE, evidence, present, Reason.NONE);
    }
}
