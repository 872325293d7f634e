package org.mimawari.indicator.tamper;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Episodes;
import org.mimawari.indicator.habit.SourceNovelty;
import org.mimawari.indicator.words.FactList;
import org.mimawari.indicator.words.Folding;

/** Sent mail was moved out of sight, into a folder nobody opens (ATT&amp;CK T1070.008, T1564.008). */
public final class TamperSentMoved implements Indicator {

    private static final IndicatorProfile PROFILE = Removals.profile("tamper-sent-moved", AttackStage.HIDING, Level.HIGH,
            55, 0.75, "T1070.008", "T1564.008");
    private static final Set<String> OUT_OF_SIGHT = FactList.load("hiding-places").keys().stream()
            .map(Folding::fold).collect(Collectors.toUnmodifiableSet());
    private static final int LONGEST = 200;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<MailRemoval> moved = evidence.mailRemovals().stream().filter(removal -> removal.time().isPresent()
                && !Removals.deletes(removal) && Removals.isFromSent(removal)
                && removal.destination().filter(TamperSentMoved::isOutOfSight).isPresent()).toList();
        if (moved.isEmpty()) {
            return List.of();
        }
        SourceNovelty novelty = SourceNovelty.of(evidence);
        return Episodes.of(moved, any -> "sent", Duration.ofDays(1)).stream().map(episode -> {
            String folder = episode.first().destination().orElseThrow();
            Finding finding = Removals.finding(PROFILE, evidence, episode.pieces(), Removals.source(episode.first())
                    .andNumber("count", episode.pieces().stream().mapToInt(MailRemoval::count).sum())
                    .andText("folder", folder.substring(0, Math.min(LONGEST, folder.length()))));
            return Removals.weighed(finding, episode.pieces(), novelty);
        }).toList();
    }

    private static boolean isOutOfSight(String folder) {
        String folded = Folding.fold(folder);
        int cut = Math.max(folded.lastIndexOf('/'), folded.lastIndexOf('\\'));
        return OUT_OF_SIGHT.contains(folded.substring(cut + 1).strip());
    }
}
