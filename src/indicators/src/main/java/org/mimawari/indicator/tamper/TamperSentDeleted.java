package org.mimawari.indicator.tamper;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SentMessage;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Episodes;
import org.mimawari.indicator.habit.SourceNovelty;

/** Sent mail was deleted within an hour of being sent (ATT&amp;CK T1070.008). */
public final class TamperSentDeleted implements Indicator {

    private static final IndicatorProfile PROFILE =
            Removals.profile("tamper-sent-deleted", AttackStage.ABUSE, Level.MEDIUM, 35, 0.6, "T1070.008");
    private static final Duration SOON = Duration.ofMinutes(60);
    private static final int ENOUGH = 3;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<MailRemoval> deletions = evidence.mailRemovals().stream()
                .filter(removal -> Removals.deletes(removal) && removal.time().isPresent()).toList();
        if (deletions.isEmpty()) {
            return List.of();
        }
        Map<String, Instant> sent = sentTimes(evidence.sentMessages());
        List<MailRemoval> soon = deletions.stream().filter(removal -> isSoonAfterSending(removal, sent)).toList();
        SourceNovelty novelty = SourceNovelty.of(evidence);
        List<Finding> findings = new ArrayList<>();
        for (Episodes.Episode<MailRemoval> episode : Episodes.of(soon, any -> "sent", Duration.ofDays(1))) {
            int count = episode.pieces().stream().mapToInt(MailRemoval::count).sum();
            if (count >= ENOUGH) {
                Finding finding = Removals.finding(PROFILE, evidence, episode.pieces(),
                        Removals.source(episode.first()).andNumber("count", count));
                findings.add(Removals.weighed(finding, episode.pieces(), novelty));
            }
        }
        return findings;
    }

    private static boolean isSoonAfterSending(MailRemoval removal, Map<String, Instant> sent) {
        Instant when = removal.time().orElseThrow();
        return removal.items().stream().flatMap(item -> item.messageId().stream()).map(sent::get)
                .anyMatch(time -> time != null && !when.isBefore(time) && !when.isAfter(time.plus(SOON)));
    }

    private static Map<String, Instant> sentTimes(List<SentMessage> messages) {
        Map<String, Instant> times = new HashMap<>();
        for (SentMessage message : messages) {
            if (message.messageId().isPresent() && message.time().isPresent()) {
                times.merge(message.messageId().get(), message.time().get(), (a, b) -> a.isBefore(b) ? a : b);
            }
        }
        return times;
    }
}
