package org.mimawari.indicator.tamper;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.mimawari.evidence.MailRemoval;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.AttackStage;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Episodes;
import org.mimawari.indicator.habit.SourceNovelty;
import org.mimawari.indicator.words.Dictionary;
import org.mimawari.indicator.words.WordList;

/**
 * Security notices (new device, password, second factor) were deleted by somebody at a place new to the mailbox; grave
 * where mail about money went the same way within four hours (ATT&amp;CK T1070.008).
 */
public final class TamperSecurityMailDeleted implements Indicator {

    private static final IndicatorProfile PROFILE =
            Removals.profile("tamper-security-mail-deleted", AttackStage.HIDING, Level.LOW, 20, 0.6, "T1070.008");
    private static final Duration TOGETHER = Duration.ofHours(4);
    private static final int LONGEST = 200;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        List<MailRemoval> named = evidence.mailRemovals().stream()
                .filter(removal -> Removals.deletes(removal) && removal.time().isPresent() && mentions(removal, Dictionary.SECURITY))
                .toList();
        if (named.isEmpty()) {
            return List.of();
        }
        SourceNovelty novelty = SourceNovelty.of(evidence);
        List<MailRemoval> strange = named.stream().filter(novelty::isNew).toList();
        List<Finding> findings = new ArrayList<>();
        for (Episodes.Episode<MailRemoval> episode : Episodes.of(strange, any -> "security", TOGETHER)) {
            Finding finding = Removals.finding(PROFILE, evidence, episode.pieces(), Removals.source(episode.first())
                    .andNumber("count", episode.pieces().size()).andTexts("subjects", subjects(episode.pieces())));
            findings.add(moneyToo(evidence, episode) ? finding.judged(Level.HIGH, 60, 0.8) : finding);
        }
        return findings;
    }

    private static boolean moneyToo(MailboxEvidence evidence, Episodes.Episode<MailRemoval> episode) {
        return evidence.mailRemovals().stream().filter(removal -> Removals.deletes(removal) && removal.time().isPresent())
                .filter(removal -> Duration.between(episode.from(), removal.time().get()).abs().compareTo(TOGETHER) <= 0)
                .anyMatch(removal -> mentions(removal, Dictionary.FINANCE));
    }

    private static boolean mentions(MailRemoval removal, WordList words) {
        return removal.items().stream().flatMap(item -> item.subject().stream()).anyMatch(words::hitsAny);
    }

    private static List<String> subjects(List<MailRemoval> removals) {
        return removals.stream().flatMap(removal -> removal.items().stream()).flatMap(item -> item.subject().stream())
                .filter(Dictionary.SECURITY::hitsAny).map(s -> s.substring(0, Math.min(LONGEST, s.length())))
                .distinct().limit(5).toList();
    }
}
