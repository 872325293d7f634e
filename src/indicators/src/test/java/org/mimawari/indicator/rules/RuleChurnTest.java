package org.mimawari.indicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.RuleCondition.Field.SUBJECT;
import static org.mimawari.indicator.rules.RuleStory.DELETE;
import static org.mimawari.indicator.rules.RuleStory.always;
import static org.mimawari.indicator.rules.RuleStory.moveTo;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.rule;
import static org.mimawari.indicator.rules.RuleStory.story;
import static org.mimawari.indicator.rules.RuleStory.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class RuleChurnTest {

    private final RuleChurn indicator = new RuleChurn();

    private static MailboxEvidence lives(String made, String removed) {
        MailboxStory story = story();
        story.with(rule(story, made, "x", Change.ADDED, when(SUBJECT, "invoice"), List.of(DELETE)));
        return story.with(rule(story, removed, "x", Change.REMOVED, always(), List.of())).evidence();
    }

    private static MailboxEvidence makes(int rules, int minutesApart) {
        MailboxStory story = story();
        for (int i = 0; i < rules; i++) {
            String time = String.format("2026-05-01T04:%02d:00Z", i * minutesApart);
            story.with(rule(story, time, "rule " + i, Change.ADDED, when(SUBJECT, "w" + i), List.of(moveTo("f" + i))));
        }
        return story.evidence();
    }

    @Test
    void findsARuleThatLivedForADay() {
        assertThat(only(indicator, lives("2026-05-01T04:00:00Z", "2026-05-02T04:00:00Z"))).get()
                .extracting(Finding::level).isEqualTo(Level.MEDIUM);
    }

    @Test
    void leavesARuleThatLivedLongerAlone() {
        assertThat(indicator.examine(lives("2026-05-01T04:00:00Z", "2026-05-02T04:00:01Z"))).isEmpty();
    }

    @Test
    void makesOneFindingOfManyHastyChanges() {
        assertThat(only(indicator, makes(12, 4)).orElseThrow().reason().find("count")).contains(new Fact.Number(12));
    }

    @Test
    void leavesTwoRulesAndSlowWorkAlone() {
        assertThat(indicator.examine(makes(2, 1))).isEmpty();
        assertThat(indicator.examine(makes(5, 11))).isEmpty();
    }

    @Test
    void leavesSnapshotsAlone() {
        assertThat(indicator.examine(story().hasRule("a", always(), DELETE).hasRule("b", always(), DELETE)
                .hasRule("c", always(), DELETE).evidence())).isEmpty();
    }

    @Test
    void cannotSayWithoutRules() {
        assertThat(RuleStory.without(EvidenceKind.MAILBOX_RULE, indicator)).isInstanceOf(Assessment.NotAssessed.class);
    }
}
