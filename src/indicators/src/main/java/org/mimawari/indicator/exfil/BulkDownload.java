package org.mimawari.indicator.exfil;

import java.util.List;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.habit.SourceNovelty;

/**
 * Sessions of one kind that fetched so much from a new address that it amounts to a copy of the mailbox.
 *
 * @param messages how many messages are much
 * @param bytes how many bytes are much
 */
record BulkDownload(IndicatorProfile profile, MailAccess.Type type, long messages, long bytes) {

    List<Finding> findings(MailboxEvidence evidence) {
        if (evidence.mailAccesses().stream().noneMatch(access -> access.type() == type)) {
            return List.of();
        }
        SourceNovelty novelty = SourceNovelty.of(evidence);
        return Reading.episodes(evidence, access -> access.type() == type && novelty.isNew(access)).stream()
                .filter(episode -> Reading.items(episode.pieces()) >= messages || Reading.bytes(episode.pieces()) >= bytes)
                .map(episode -> Reading.finding(profile, evidence, episode.pieces(), Reading.source(episode.first())
                        .andNumber("items", Reading.items(episode.pieces()))
                        .andNumber("megabytes", Reading.bytes(episode.pieces()) >> 20)))
                .toList();
    }
}
