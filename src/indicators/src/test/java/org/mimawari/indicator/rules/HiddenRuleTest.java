package org.mimawari.indicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.rules.RuleStory.DELETE;
import static org.mimawari.indicator.rules.RuleStory.always;
import static org.mimawari.indicator.rules.RuleStory.forwardTo;
import static org.mimawari.indicator.rules.RuleStory.moveTo;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.rule;
import static org.mimawari.indicator.rules.RuleStory.snapshot;
import static org.mimawari.indicator.rules.RuleStory.story;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Assessment;

class HiddenRuleTest {

    private final HiddenRule indicator = new HiddenRule();

    private static MailboxEvidence hidden(String name, RuleAction... actions) {
        MailboxStory story = story();
        return story.with(rule(story, "", name, Change.PRESENT, always(), List.of(actions), RuleTrait.HIDDEN))
                .evidence();
    }

    @Test
    void findsAHiddenRuleAndCountsItInFull() {
        assertThat(only(indicator, hidden("", DELETE)).orElseThrow().points()).isEqualTo(0.7 * 0.8);
    }

    @Test
    void leavesExchangesOwnRulesAlone() {
        assertThat(indicator.examine(hidden("Junk E-mail Rule", moveTo("Junk Email")))).isEmpty();
        assertThat(indicator.examine(hidden("Microsoft.Exchange.OOF.InternalSenders.Global",
                RuleAction.of(RuleAction.Type.REPLY)))).isEmpty();
    }

    @Test
    void isNotFooledByABorrowedName() {
        assertThat(only(indicator, hidden("Junk E-mail Rule", forwardTo("x@elsewhere.example")))).isPresent();
    }

    @Test
    void leavesVisibleRulesAlone() {
        assertThat(indicator.examine(snapshot("x", always(), DELETE))).isEmpty();
    }

    @Test
    void cannotSayWithoutRules() {
        assertThat(RuleStory.without(EvidenceKind.MAILBOX_RULE, indicator)).isInstanceOf(Assessment.NotAssessed.class);
    }
}
