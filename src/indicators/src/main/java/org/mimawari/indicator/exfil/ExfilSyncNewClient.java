package org.mimawari.indicator.exfil;

import java.util.List;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.SourceNovelty;

/**
 * Folders were synchronised to a client at a place new to the mailbox: everything in them has to be taken for read
 * (ATT&amp;CK T1114.002).
 */
public final class ExfilSyncNewClient implements Indicator {

    private static final IndicatorProfile PROFILE =
            Reading.profile("exfil-sync-new-client", EvidenceKind.MAIL_ACCESS, Level.HIGH, 55, 0.7, "T1114.002");

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (evidence.mailAccesses().stream().noneMatch(access -> access.type() == MailAccess.Type.SYNC)) {
            return List.of();
        }
        SourceNovelty novelty = SourceNovelty.of(evidence);
        return Reading.episodes(evidence, access -> access.type() == MailAccess.Type.SYNC && novelty.isNew(access)).stream()
                .map(episode -> Reading.finding(PROFILE, evidence, episode.pieces(), Reading.source(episode.first())
                        .andNumber("items", Reading.items(episode.pieces()))
                        .andTexts("folders", episode.pieces().stream().flatMap(access -> access.folder().stream())
                                .map(Reading::cut).distinct().sorted().toList())))
                .toList();
    }
}
