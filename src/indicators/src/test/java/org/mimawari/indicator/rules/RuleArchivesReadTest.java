package org.mimawari.indicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.RuleCondition.Field.HEADER;
import static org.mimawari.evidence.RuleCondition.Field.SENDER;
import static org.mimawari.indicator.rules.RuleStory.MARK_READ;
import static org.mimawari.indicator.rules.RuleStory.TO_RSS;
import static org.mimawari.indicator.rules.RuleStory.moveTo;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.snapshot;
import static org.mimawari.indicator.rules.RuleStory.when;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class RuleArchivesReadTest {

    private final RuleArchivesRead indicator = new RuleArchivesRead();

    @Test
    void isLowForTheArchive() {
        assertThat(only(indicator, snapshot("x", when(SENDER, "tanaka@vendor.example"), moveTo("Archive"), MARK_READ)))
                .get().extracting(Finding::level).isEqualTo(Level.LOW);
    }

    @Test
    void isMediumForFeeds() {
        assertThat(only(indicator, snapshot("x", when(SENDER, "tanaka@vendor.example"), TO_RSS, MARK_READ)))
                .get().extracting(Finding::level).isEqualTo(Level.MEDIUM);
    }

    @Test
    void leavesNewslettersAlone() {
        assertThat(indicator.examine(snapshot("x", when(SENDER, "newsletter@vendor.example"), moveTo("Archive"),
                MARK_READ)))
                .isEmpty();
        assertThat(indicator.examine(snapshot("x", when(HEADER, "list-id: news"), moveTo("Archive"), MARK_READ)))
                .isEmpty();
    }

    @Test
    void asksForBothActions() {
        assertThat(indicator.examine(snapshot("x", when(SENDER, "tanaka@vendor.example"), TO_RSS))).isEmpty();
    }

    @Test
    void cannotSayWithoutRules() {
        assertThat(RuleStory.without(EvidenceKind.MAILBOX_RULE, indicator)).isInstanceOf(Assessment.NotAssessed.class);
    }
}
