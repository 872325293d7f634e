package org.mimawari.indicator.tamper;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Episodes;
import org.mimawari.indicator.habit.SettingActs;
import org.mimawari.indicator.habit.SourceNovelty;

/** More than fifty messages were deleted for good within an hour, or data was removed in bulk (ATT&amp;CK T1070.008, T1485). */
public final class TamperMassDelete implements Indicator {

    private static final IndicatorProfile PROFILE =
            Removals.profile("tamper-mass-delete", AttackStage.ABUSE, Level.MEDIUM, 30, 0.5, "T1070.008", "T1485");
    private static final SettingActs BULK = new SettingActs(PROFILE, SettingTopic.DATA_REMOVED);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MANY = 50;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<Finding> findings = new ArrayList<>(BULK.findings(evidence));
        List<MailRemoval> deleted = evidence.mailRemovals().stream()
                .filter(removal -> removal.type() == MailRemoval.Type.HARD_DELETE && removal.time().isPresent()).toList();
        if (deleted.isEmpty()) {
            return findings;
        }
        SourceNovelty novelty = SourceNovelty.of(evidence);
        for (Episodes.Episode<MailRemoval> episode : Episodes.of(deleted, any -> "deleted", HOUR)) {
            int most = busiestHour(episode.pieces());
            if (most > MANY) {
                Finding finding = Removals.finding(PROFILE, evidence, episode.pieces(), Removals.source(episode.first())
                        .andNumber("count", most).andText("operation", "HardDelete").andText("target", "–"));
                findings.add(Removals.weighed(finding, episode.pieces(), novelty));
            }
        }
        return findings;
    }

    private static int busiestHour(List<MailRemoval> removals) {
        int most = 0;
        int count = 0;
        int first = 0;
        for (MailRemoval last : removals) {
            count += last.count();
            Instant start = last.time().orElseThrow().minus(HOUR);
            while (removals.get(first).time().orElseThrow().isBefore(start)) {
                count -= removals.get(first++).count();
            }
            most = Math.max(most, count);
        }
        return most;
    }
}
