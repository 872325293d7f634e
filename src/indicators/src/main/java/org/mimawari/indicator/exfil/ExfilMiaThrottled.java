package org.mimawari.indicator.exfil;

import java.util.List;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.Family;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Multiplier;
import org.mimawari.indicator.habit.Episodes;
import org.mimawari.indicator.habit.SourceNovelty;

/**
 * So much mail was opened that the provider stopped recording it: more than 1,000 items in 24 hours, then 24 hours
 * unseen (ATT&amp;CK T1114.002).
 */
public final class ExfilMiaThrottled implements Indicator {

    private static final IndicatorProfile PROFILE =
            Reading.profile("exfil-mia-throttled", EvidenceKind.MAIL_ACCESS, Level.HIGH, 45, 0.7, "T1114.002");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<MailAccess> throttled = evidence.mailAccesses().stream()
                .filter(access -> access.throttled() && access.time().isPresent()).toList();
        if (throttled.isEmpty()) {
            return List.of();
        }
        SourceNovelty novelty = SourceNovelty.of(evidence);
        return Episodes.of(throttled, any -> "throttled", Reading.A_DAY).stream().map(episode -> {
            Finding finding = Reading.finding(PROFILE, evidence, episode.pieces(),
                    Reading.source(episode.first()).andNumber("records", episode.pieces().size()));
            boolean owner = episode.pieces().stream().allMatch(novelty::isHabitual);
            return owner ? finding.times(Multiplier.habitualSource(Family.EXFIL)) : finding;
        }).toList();
    }
}
