package org.mimawari.indicator.access;

import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.habit.Episodes;

/** The provider says that malware or phishing reached the mailbox: how it may have begun (ATT&amp;CK T1566). */
public final class AccessSuspiciousMail implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("access-suspicious-mail", Family.ACCESS,
            AttackStage.INITIAL_ACCESS, Level.LOW, 20, 0.5, List.of("T1566"), Set.of(EvidenceKind.PROVIDER_ALERT));

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<ProviderAlert> alerts = evidence.providerAlerts().stream().filter(alert ->
                alert.topic() == ProviderAlert.Topic.SUSPICIOUS_MAIL || alert.topic() == ProviderAlert.Topic.MALWARE)
                .toList();
        return Episodes.groups(alerts, any -> "mail").stream().map(group -> AccessFinding.of(PROFILE, evidence,
                "suspicious mail", group, Reason.text("said", AccessFinding.cut(group.get(0).title()))
                        .andNumber("count", group.size()))).toList();
    }
}
