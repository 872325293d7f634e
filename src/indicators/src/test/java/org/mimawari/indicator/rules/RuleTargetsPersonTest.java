package org.mimawari.indicator.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.RuleCondition.Field.SENDER;
import static org.mimawari.indicator.rules.RuleStory.DELETE;
import static org.mimawari.indicator.rules.RuleStory.POLICY;
import static org.mimawari.indicator.rules.RuleStory.moveTo;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.snapshot;
import static org.mimawari.indicator.rules.RuleStory.story;
import static org.mimawari.indicator.rules.RuleStory.when;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;

class RuleTargetsPersonTest {

    private final RuleTargetsPerson indicator = new RuleTargetsPerson(POLICY);

    @Test
    void findsAccounting() {
        assertThat(only(indicator, snapshot("x", when(SENDER, "keiri@shop.example"), DELETE))).get()
                .extracting(Finding::level).isEqualTo(Level.MEDIUM);
    }

    @Test
    void findsAPartnerWithWhomMoneyIsDiscussed() {
        var evidence = story().sends("2026-05-01T04:00:00Z", "Re: 請求書の件", List.of("tanaka@vendor.example"))
                .hasRule("x", when(SENDER, "tanaka@vendor.example"), DELETE).evidence();
        assertThat(only(indicator, evidence)).isPresent();
    }

    @Test
    void isLowForAnotherColleague() {
        assertThat(only(indicator, snapshot("x", when(SENDER, "suzuki@shop.example"), DELETE))).get()
                .extracting(Finding::level).isEqualTo(Level.LOW);
    }

    @Test
    void leavesStrangersAlone() {
        assertThat(indicator.examine(snapshot("x", when(SENDER, "spam@elsewhere.example"), DELETE))).isEmpty();
    }

    @Test
    void leavesOwnFoldersAlone() {
        assertThat(indicator.examine(snapshot("経理", when(SENDER, "keiri@shop.example"), moveTo("経理")))).isEmpty();
    }

    @Test
    void takesMoreThanThreePeopleForSorting() {
        assertThat(indicator.examine(snapshot("x", when(SENDER, "keiri@shop.example", "a@shop.example",
                "b@shop.example",
                "c@shop.example"), DELETE))).isEmpty();
    }

    @Test
    void cannotSayWithoutRules() {
        assertThat(RuleStory.without(EvidenceKind.MAILBOX_RULE, indicator)).isInstanceOf(Assessment.NotAssessed.class);
    }
}
