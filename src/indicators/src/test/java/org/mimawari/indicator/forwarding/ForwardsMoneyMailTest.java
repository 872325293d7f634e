package org.mimawari.indicator.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.RuleCondition.Field.SUBJECT;
import static org.mimawari.indicator.rules.RuleStory.POLICY;
import static org.mimawari.indicator.rules.RuleStory.always;
import static org.mimawari.indicator.rules.RuleStory.forwardTo;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.snapshot;
import static org.mimawari.indicator.rules.RuleStory.when;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.RuleAction;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.rules.RuleStory;

class ForwardsMoneyMailTest {

    private final ForwardsMoneyMail indicator = new ForwardsMoneyMail(POLICY);

    @Test
    void findsMoneyMailThatLeaves() {
        assertThat(only(indicator, snapshot("x", when(SUBJECT, "請求書"), forwardTo("x@elsewhere.example")))).get()
                .extracting(Finding::level).isEqualTo(Level.HIGH);
    }

    @Test
    void isMilderWithAttachmentsOfAnyMail() {
        RuleAction attached = RuleAction.of(RuleAction.Type.FORWARD_AS_ATTACHMENT, "x@elsewhere.example");
        assertThat(only(indicator, snapshot("x", always(), attached))).get().extracting(Finding::level)
                .isEqualTo(Level.MEDIUM);
    }

    @Test
    void countsABookkeepingServiceLittle() {
        assertThat(only(indicator, snapshot("x", when(SUBJECT, "領収書"), forwardTo("box@expense.moneyforward.com")))
                .orElseThrow().points()).isLessThan(0.15);
    }

    @Test
    void leavesOtherMailAlone() {
        assertThat(indicator.examine(snapshot("x", when(SUBJECT, "野球"), forwardTo("x@elsewhere.example")))).isEmpty();
    }

    @Test
    void leavesColleaguesAlone() {
        assertThat(indicator.examine(snapshot("x", when(SUBJECT, "請求書"), forwardTo("keiri@shop.example")))).isEmpty();
    }

    @Test
    void cannotSayWithoutRules() {
        assertThat(RuleStory.without(EvidenceKind.MAILBOX_RULE, indicator)).isInstanceOf(Assessment.NotAssessed.class);
    }
}
