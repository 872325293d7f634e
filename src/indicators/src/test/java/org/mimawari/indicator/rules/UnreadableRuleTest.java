package org.mimawari.indicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.rules.RuleStory.DELETE;
import static org.mimawari.indicator.rules.RuleStory.always;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.rule;
import static org.mimawari.indicator.rules.RuleStory.snapshot;
import static org.mimawari.indicator.rules.RuleStory.story;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class UnreadableRuleTest {

    private final UnreadableRule indicator = new UnreadableRule();

    private static MailboxRule dark(MailboxStory story, RuleTrait... traits) {
        return new MailboxRule(story.undated(), "main", true, List.of(), List.of(), false, Set.of(traits),
                Change.PRESENT,
                Actor.UNKNOWN);
    }

    @Test
    void isLowForAnActiveScript() {
        MailboxStory story = story();
        Finding finding = only(indicator, story.with(dark(story)).evidence()).orElseThrow();
        assertThat(finding.level()).isEqualTo(Level.LOW);
        assertThat(Level.of(finding.points() * 100)).isEqualTo(Level.LOW);
    }

    @Test
    void isANoteForAnInactiveScript() {
        MailboxStory story = story();
        assertThat(only(indicator, story.with(dark(story, RuleTrait.INACTIVE_SCRIPT)).evidence())).get()
                .extracting(Finding::level).isEqualTo(Level.INFO);
    }

    @Test
    void isANoteForABrokenRule() {
        MailboxStory story = story();
        story.with(rule(story, "", "x", Change.PRESENT, always(), List.of(DELETE), RuleTrait.IN_ERROR));
        assertThat(only(indicator, story.evidence())).get().extracting(Finding::level).isEqualTo(Level.INFO);
    }

    @Test
    void saysNothingWhereAnotherSourceShowsTheRule() {
        MailboxStory story = story();
        story.with(dark(story)).makesRule("2026-05-01T04:00:00Z", "203.0.113.9", "main", always(), DELETE);
        assertThat(indicator.examine(story.evidence())).isEmpty();
    }

    @Test
    void leavesReadableRulesAlone() {
        assertThat(indicator.examine(snapshot("x", always(), DELETE))).isEmpty();
    }

    @Test
    void neverTakesAnUnreadableRuleForOneThatDeletesAll() {
        MailboxStory story = story();
        assertThat(new RuleDeletesEverything().examine(story.with(dark(story)).evidence())).isEmpty();
    }

    @Test
    void cannotSayWithoutRules() {
        assertThat(RuleStory.without(EvidenceKind.MAILBOX_RULE, indicator)).isInstanceOf(Assessment.NotAssessed.class);
    }
}
