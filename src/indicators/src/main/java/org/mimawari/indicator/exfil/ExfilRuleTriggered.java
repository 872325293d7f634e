package org.mimawari.indicator.exfil;

import java.util.List;
import java.util.Set;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.TimeRange;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Citation;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Reason;
import org.mimawari.indicator.habit.Episodes;

/**
 * A rule that the organisation itself set on its data or on activity was triggered and acted (ATT&amp;CK T1048, T1567).
 */
public final class ExfilRuleTriggered implements Indicator {

    private static final IndicatorProfile PROFILE = new IndicatorProfile("exfil-rule-triggered", Family.EXFIL,
            AttackStage.ABUSE, Level.LOW, 20, 0.5, List.of("T1048", "T1567"), Set.of(EvidenceKind.PROVIDER_ALERT));
    private static final int LONGEST = 200;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<ProviderAlert> alerts = evidence.providerAlerts().stream()
                .filter(alert -> alert.topic() == ProviderAlert.Topic.RULE_TRIGGERED).toList();
        return Episodes.groups(alerts, ExfilRuleTriggered::said).stream().map(group -> finding(group, evidence)).toList();
    }

    private static Finding finding(List<ProviderAlert> group, MailboxEvidence evidence) {
        ProviderAlert first = group.get(0);
        Reason reason = Reason.text("said", said(first)).andNumber("count", group.size())
                .andText("ip", first.ip().map(IpAddress::text).orElse("–"));
        return Finding.of(PROFILE, evidence, TimeRange.of(group), said(first), reason, Citation.of(group));
    }

    private static String said(ProviderAlert alert) {
        String title = alert.title();
        return title.length() <= LONGEST ? title : title.substring(0, LONGEST);
    }
}
