package org.mimawari.indicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.RuleCondition.Field.SUBJECT;
import static org.mimawari.indicator.rules.RuleStory.MARK_READ;
import static org.mimawari.indicator.rules.RuleStory.TO_RSS;
import static org.mimawari.indicator.rules.RuleStory.always;
import static org.mimawari.indicator.rules.RuleStory.moveTo;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.snapshot;
import static org.mimawari.indicator.rules.RuleStory.when;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class RuleMovesEverythingTest {

    private final RuleMovesEverything indicator = new RuleMovesEverything();

    @Test
    void isGraveWhereAllMailIsReadAndUnseen() {
        assertThat(only(indicator, snapshot("x", always(), TO_RSS, MARK_READ))).get().extracting(Finding::level)
                .isEqualTo(Level.HIGH);
    }

    @Test
    void isLowForPeopleWhoArchiveEverything() {
        assertThat(only(indicator, snapshot("x", always(), moveTo("アーカイブ")))).get().extracting(Finding::level)
                .isEqualTo(Level.LOW);
    }

    @Test
    void leavesOwnFoldersAlone() {
        assertThat(indicator.examine(snapshot("x", always(), moveTo("2026年度")))).isEmpty();
    }

    @Test
    void leavesAChoiceAlone() {
        assertThat(indicator.examine(snapshot("x", when(SUBJECT, "sale"), TO_RSS))).isEmpty();
    }

    @Test
    void cannotSayWithoutRules() {
        assertThat(RuleStory.without(EvidenceKind.MAILBOX_RULE, indicator)).isInstanceOf(Assessment.NotAssessed.class);
    }
}
