package org.mimawari.indicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.RuleCondition.Field.SUBJECT;
import static org.mimawari.indicator.rules.RuleStory.DELETE;
import static org.mimawari.indicator.rules.RuleStory.always;
import static org.mimawari.indicator.rules.RuleStory.moveTo;
import static org.mimawari.indicator.rules.RuleStory.rule;
import static org.mimawari.indicator.rules.RuleStory.story;
import static org.mimawari.indicator.rules.RuleStory.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.evidence.story.MailboxStory;

class RuleInventoryTest {

    @Test
    void completesAChangeFromWhatWasKnownBefore() {
        MailboxStory story = story();
        story.with(rule(story, "2026-05-01T04:00:00Z", "Sales", Change.ADDED, when(SUBJECT, "sale"),
                List.of(moveTo("f"))));
        story.with(rule(story, "2026-05-02T04:00:00Z", "Sales", Change.CHANGED, always(), List.of(DELETE)));
        List<SeenRule> rules = RuleInventory.of(story.evidence());
        assertThat(rules).hasSize(2);
        assertThat(rules.get(1).rule().conditions()).isEqualTo(when(SUBJECT, "sale"));
    }

    @Test
    void joinsAChangeWithTheSnapshotItLedTo() {
        MailboxStory story = story().hasRule("Sales", when(SUBJECT, "sale"), moveTo("RSS Feeds"));
        story.with(rule(story, "2026-05-02T04:00:00Z", "Sales", Change.CHANGED, always(),
                List.of(moveTo(":\\RSS Feeds"))));
        List<SeenRule> rules = RuleInventory.of(story.evidence());
        assertThat(rules).singleElement().matches(seen -> !seen.isUndated() && seen.sightings().size() == 2);
    }

    @Test
    void knowsARuleThatWasNeverActive() {
        MailboxStory story = story();
        story.with(rule(story, "", "old", Change.PRESENT, always(), List.of(DELETE), RuleTrait.INACTIVE_SCRIPT));
        assertThat(RuleInventory.of(story.evidence())).singleElement().matches(seen -> !seen.everActive());
    }

    @Test
    void knowsTheSameScriptLiveAndInAFile() {
        MailboxStory story = story().hasRule("main", always(), DELETE).hasRule("main.sieve", always(), DELETE);
        assertThat(RuleInventory.of(story.evidence())).hasSize(1);
    }

    @Test
    void keepsRulesApartThatOnlyShareAName() {
        MailboxStory story = story().hasRule("x", when(SUBJECT, "a1"), DELETE)
                .hasRule("x", when(SUBJECT, "b1"), DELETE);
        assertThat(RuleInventory.of(story.evidence())).hasSize(2);
    }
}
