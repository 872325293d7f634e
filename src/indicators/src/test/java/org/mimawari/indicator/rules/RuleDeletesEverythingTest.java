package org.mimawari.indicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.RuleCondition.Field.ALWAYS;
import static org.mimawari.evidence.RuleCondition.Field.BODY;
import static org.mimawari.evidence.RuleCondition.Field.QUERY;
import static org.mimawari.evidence.RuleCondition.Field.RECIPIENT;
import static org.mimawari.evidence.RuleCondition.Field.SENDER;
import static org.mimawari.evidence.RuleCondition.Field.SIZE_AT_LEAST;
import static org.mimawari.evidence.RuleCondition.Field.SIZE_AT_MOST;
import static org.mimawari.evidence.RuleCondition.Field.SUBJECT;
import static org.mimawari.indicator.rules.RuleStory.DELETE;
import static org.mimawari.indicator.rules.RuleStory.always;
import static org.mimawari.indicator.rules.RuleStory.moveTo;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.rule;
import static org.mimawari.indicator.rules.RuleStory.snapshot;
import static org.mimawari.indicator.rules.RuleStory.story;
import static org.mimawari.indicator.rules.RuleStory.unless;
import static org.mimawari.indicator.rules.RuleStory.when;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleCondition;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class RuleDeletesEverythingTest {

    private final RuleDeletesEverything indicator = new RuleDeletesEverything();

    static Stream<List<RuleCondition>> everything() {
        return Stream.of(always(), when(ALWAYS), when(SENDER, "@"), when(SENDER, "."), when(SUBJECT, "a"),
                when(BODY, "\u0000"), when(SIZE_AT_LEAST, "0"), when(SIZE_AT_LEAST, "1023"),
                when(SIZE_AT_MOST, "104857600"), when(QUERY, "*"), when(QUERY, "from:@"),
                when(RECIPIENT, "info@shop.example"),
                unless(SUBJECT, "xyzzy"), unless(SENDER, "boss@shop.example"), unless(SIZE_AT_MOST, "1"));
    }

    static Stream<List<RuleCondition>> something() {
        return Stream.of(when(SENDER, "news@shop.example"), when(SUBJECT, "sale"), when(SUBJECT, "済"),
                when(SIZE_AT_LEAST, "10485760"), when(SIZE_AT_MOST, "1048576"), when(QUERY, "from:news@vendor.example"),
                unless(SUBJECT, "a"), unless(ALWAYS), when(RECIPIENT, "sales@shop.example"),
                when(QUERY, "in:inbox subject:sale"));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void seesThroughConditionsThatAreAlwaysTrue(List<RuleCondition> conditions) {
        assertThat(only(indicator, snapshot("x", conditions, DELETE))).get().extracting(Finding::level)
                .isEqualTo(Level.HIGH);
    }

    @ParameterizedTest
    @MethodSource("something")
    void leavesRulesThatChooseAlone(List<RuleCondition> conditions) {
        assertThat(indicator.examine(snapshot("x", conditions, DELETE))).isEmpty();
    }

    @Test
    void asksForAllConditionsUnlessOneIsEnough() {
        List<RuleCondition> both = new ArrayList<>(when(SENDER, "@"));
        both.addAll(when(SUBJECT, "sale"));
        MailboxStory any = story();
        any.with(rule(any, "", "x", Change.PRESENT, both, List.of(DELETE), RuleTrait.ANY_CONDITION));
        assertThat(indicator.examine(snapshot("x", both, DELETE))).isEmpty();
        assertThat(indicator.examine(any.evidence())).hasSize(1);
    }

    @Test
    void doesNotTakeAPartialChangeForARuleWithoutConditions() {
        MailboxStory story = story();
        story.with(rule(story, "2026-05-01T04:00:00Z", "Sales", Change.CHANGED, always(), List.of(DELETE)));
        assertThat(indicator.examine(story.evidence())).isEmpty();
    }

    @Test
    void leavesSieveFilingAlone() {
        RuleAction discard = RuleAction.of(RuleAction.Type.DISCARD);
        assertThat(indicator.examine(snapshot("x", always(), moveTo("Work"), discard))).isEmpty();
        assertThat(indicator.examine(snapshot("x", always(), discard))).hasSize(1);
    }

    @Test
    void countsInFullWhenNobodyKnowsSinceWhen() {
        assertThat(only(indicator, snapshot("x", always(), DELETE)).orElseThrow().points()).isEqualTo(0.6375);
    }

    @Test
    void excusesTheMailboxOfSomebodyWhoLeft() {
        MailboxStory left = story().kind(MailboxKind.RETIRED).hasRule("x", always(), DELETE);
        assertThat(only(indicator, left.evidence()).orElseThrow().points()).isLessThan(0.15);
    }

    @Test
    void keepsARuleThatWasRemovedLater() {
        MailboxStory story = story();
        story.with(rule(story, "2026-05-01T04:00:00Z", "x", Change.ADDED, always(), List.of(DELETE)));
        story.with(rule(story, "2026-05-01T09:00:00Z", "x", Change.REMOVED, always(), List.of()));
        assertThat(only(indicator, story.evidence()).orElseThrow().points()).isEqualTo(0.6375);
    }

    @Test
    void cannotSayWithoutRules() {
        assertThat(RuleStory.without(EvidenceKind.MAILBOX_RULE, indicator)).isInstanceOf(Assessment.NotAssessed.class);
    }
}
