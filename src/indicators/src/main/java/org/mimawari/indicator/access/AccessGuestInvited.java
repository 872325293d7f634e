package org.mimawari.indicator.access;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;

/** A guest was invited into the organisation (ATT&amp;CK T1136.003). */
public final class AccessGuestInvited implements Indicator {

    private static final IndicatorProfile PROFILE =
            AccessFinding.profile("access-guest-invited", Level.LOW, 25, 0.5, "T1136.003");
    private static final Duration WITHIN = Duration.ofHours(24);

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<SettingChange> changes = AccessFinding.changes(evidence, SettingTopic.GUEST_INVITED);
        if (changes.isEmpty()) {
            return List.of();
        }
        Suspicion suspicion = new Suspicion(evidence);
        List<Finding> findings = new ArrayList<>();
        for (List<SettingChange> group : AccessFinding.groups(changes, AccessFinding::target)) {
            SettingChange first = group.get(0);
            boolean odd = suspicion.surrounds(first, WITHIN);
            Finding finding = AccessFinding.of(PROFILE, evidence, group);
            findings.add(odd ? finding.judged(Level.MEDIUM, 40, 0.65) : usual(finding, first, suspicion, evidence));
        }
        return findings;
    }

    private static Finding usual(Finding finding, SettingChange change, Suspicion suspicion, MailboxEvidence evidence) {
        return suspicion.isByOwner(change) ? finding.times(Multiplier.habitualSource(Family.ACCESS))
                : AccessFinding.weighed(finding, change, evidence);
    }
}
