package org.mimawari.indicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.RuleCondition.Field.SENDER;
import static org.mimawari.indicator.rules.RuleStory.DELETE;
import static org.mimawari.indicator.rules.RuleStory.MARK_READ;
import static org.mimawari.indicator.rules.RuleStory.TO_RSS;
import static org.mimawari.indicator.rules.RuleStory.forwardTo;
import static org.mimawari.indicator.rules.RuleStory.moveTo;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.snapshot;
import static org.mimawari.indicator.rules.RuleStory.story;
import static org.mimawari.indicator.rules.RuleStory.when;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Actor;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Fact;
import org.mimawari.indicator.Level;

class RuleHasTellingNameTest {

    private static final List<RuleCondition> FROM_BOSS = when(SENDER, "boss@shop.example");

    private final RuleHasTellingName indicator = new RuleHasTellingName();

    @Test
    void findsADotThatDeletes() {
        assertThat(only(indicator, snapshot(".", FROM_BOSS, DELETE)).orElseThrow().level()).isEqualTo(Level.HIGH);
    }

    @Test
    void findsADotThatForwards() {
        assertThat(only(indicator, snapshot("..", FROM_BOSS, forwardTo("x@elsewhere.example")))).isPresent();
    }

    @Test
    void showsWhatCannotBeSeen() {
        assertThat(only(indicator, snapshot("\u200B", FROM_BOSS, DELETE)).orElseThrow().reason().find("rule"))
                .contains(new Fact.Text("U+200B"));
    }

    @Test
    void leavesOrdinaryJapaneseNamesAlone() {
        assertThat(indicator.examine(snapshot("済", FROM_BOSS, DELETE))).isEmpty();
    }

    @Test
    void leavesADotThatOnlyFlagsAlone() {
        assertThat(indicator.examine(snapshot(".", FROM_BOSS, RuleAction.of(RuleAction.Type.FLAG)))).isEmpty();
    }

    @Test
    void countsMereFilingLittle() {
        assertThat(only(indicator, snapshot("-", FROM_BOSS, moveTo("Projects"))).orElseThrow().points())
                .isLessThan(0.15);
    }

    @Test
    void onlyNotesTwoLetters() {
        assertThat(only(indicator, snapshot("HR", FROM_BOSS, DELETE)).orElseThrow().level()).isEqualTo(Level.INFO);
    }

    @Test
    void isUnmistakableWhereReadMailGoesOutOfSight() {
        assertThat(only(indicator, snapshot(".", FROM_BOSS, TO_RSS, MARK_READ)).orElseThrow().points())
                .isGreaterThanOrEqualTo(0.6);
    }

    @Test
    void completesNoCombinationOfSignsWithTwoLetters() {
        assertThat(only(indicator, snapshot("HR", FROM_BOSS, DELETE)).orElseThrow().multiplier()).isLessThan(0.8);
    }

    @Test
    void saysNothingOfARuleThatWasOnlySeenGoing() {
        MailboxStory story = story();
        story.with(new MailboxRule(story.at("2026-05-01T04:00:00Z"), ".", true, List.of(), List.of(), false, Set.of(),
                Change.REMOVED, Actor.UNKNOWN));

        assertThat(indicator.examine(story.evidence())).isEmpty();
    }

    @Test
    void doesNotBlameSourcesThatNameNoRules() {
        MailboxEvidence gmail = story().hasRule("", FROM_BOSS, DELETE).hasRule("", FROM_BOSS, moveTo("x")).evidence();
        assertThat(indicator.examine(gmail)).isEmpty();
    }

    @Test
    void findsTheOneWithoutANameAmongNamedRules() {
        MailboxEvidence evidence = story().hasRule("", FROM_BOSS, DELETE).hasRule("経理", FROM_BOSS, moveTo("経理"))
                .evidence();
        assertThat(only(indicator, evidence)).isPresent();
    }

    @Test
    void cannotSayWithoutRules() {
        assertThat(RuleStory.without(EvidenceKind.MAILBOX_RULE, indicator)).isInstanceOf(Assessment.NotAssessed.class);
    }
}
