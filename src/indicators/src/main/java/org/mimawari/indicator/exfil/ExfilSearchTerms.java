package org.mimawari.indicator.exfil;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailSearch;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Indicator;
import org.mimawari.indicator.IndicatorProfile;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.habit.Episodes;
import org.mimawari.indicator.habit.Episodes.Episode;
import org.mimawari.indicator.habit.SourceNovelty;
import org.mimawari.indicator.words.Dictionary;

/**
 * Somebody at a place new to the mailbox searched it for money, contracts or passwords, or searched very often
 * (ATT&amp;CK T1114.002, T1213).
 */
public final class ExfilSearchTerms implements Indicator {

    private static final IndicatorProfile PROFILE =
            Reading.profile("exfil-search-terms", EvidenceKind.MAIL_SEARCH, Level.LOW, 20, 0.5, "T1114.002", "T1213");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int TELLING = 2;
    private static final int MANY = 20;

    @Override
    public IndicatorProfile profile() {
        return PROFILE;
    }

    @Override
    public List<Finding> examine(MailboxEvidence evidence) {
        if (evidence.mailSearches().isEmpty()) {
            return List.of();
        }
        SourceNovelty novelty = SourceNovelty.of(evidence);
        List<MailSearch> strange = evidence.mailSearches().stream().filter(novelty::isNew).toList();
        List<Finding> findings = new ArrayList<>();
        for (Episode<MailSearch> episode : Episodes.of(strange, Reading::neighbourhood, HOUR)) {
            Set<String> terms = terms(episode.pieces());
            if (terms.size() >= TELLING || episode.pieces().size() > MANY) {
                findings.add(Reading.finding(PROFILE, evidence, episode.pieces(), Reading.source(episode.first())
                        .andNumber("searches", episode.pieces().size()).andTexts("terms", List.copyOf(terms))));
            }
        }
        return findings;
    }

    private static Set<String> terms(List<MailSearch> searches) {
        Set<String> terms = new TreeSet<>();
        for (MailSearch search : searches) {
            terms.addAll(Dictionary.FINANCE.hits(search.query()));
            terms.addAll(Dictionary.SECURITY.hits(search.query()));
        }
        return terms;
    }
}
