package org.mimawari.indicator.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.forwarding.ForwardingStory.isForwarded;
import static org.mimawari.indicator.rules.RuleStory.DELETE;
import static org.mimawari.indicator.rules.RuleStory.POLICY;
import static org.mimawari.indicator.rules.RuleStory.TO_RSS;
import static org.mimawari.indicator.rules.RuleStory.always;
import static org.mimawari.indicator.rules.RuleStory.forwardTo;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.rule;
import static org.mimawari.indicator.rules.RuleStory.snapshot;
import static org.mimawari.indicator.rules.RuleStory.story;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.Change;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.RuleAction;
import org.mimawari.evidence.RuleTrait;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.rules.RuleStory;

class ForwardsWithoutCopyTest {

    private final ForwardsWithoutCopy indicator = new ForwardsWithoutCopy(POLICY);

    @Test
    void findsASettingThatKeepsNothing() {
        assertThat(only(indicator, story().forwardsTo("2026-05-01T04:00:00Z", "x@elsewhere.example", false).evidence()))
                .get().extracting(Finding::level).isEqualTo(Level.HIGH);
    }

    @Test
    void findsARuleThatSendsAndHides() {
        assertThat(only(indicator, snapshot("x", always(), forwardTo("x@elsewhere.example"), DELETE))).isPresent();
        assertThat(only(indicator, snapshot("x", always(), forwardTo("x@elsewhere.example"), TO_RSS))).isPresent();
        assertThat(only(indicator, snapshot("x", always(), RuleAction.of(RuleAction.Type.REDIRECT,
                "x@elsewhere.example"),
                RuleAction.of(RuleAction.Type.DISCARD)))).isPresent();
    }

    @Test
    void leavesForwardingWithACopyAlone() {
        assertThat(indicator.examine(isForwarded(story(), "x@elsewhere.example", true, true).evidence())).isEmpty();
        assertThat(indicator.examine(snapshot("x", always(), forwardTo("x@elsewhere.example")))).isEmpty();
    }

    @Test
    void findsASieveRedirectThatKeepsNothing() {
        RuleAction redirect = RuleAction.of(RuleAction.Type.REDIRECT, "x@elsewhere.example");
        MailboxStory story = story();
        story.with(rule(story, "", "main", Change.PRESENT, always(), List.of(redirect), RuleTrait.KEEPS_NO_COPY));
        assertThat(only(indicator, story.evidence())).isPresent();
        assertThat(indicator.examine(snapshot("main", always(), redirect))).isEmpty();
    }

    @Test
    void leavesColleaguesAlone() {
        assertThat(indicator.examine(snapshot("x", always(), forwardTo("a@shop.example"), DELETE))).isEmpty();
    }

    @Test
    void remembersThatNoCopyWasKeptBefore() {
        assertThat(only(indicator, isForwarded(story(), "x@elsewhere.example", true, true)
                .forwardsTo("2026-05-01T04:00:00Z", "x@elsewhere.example", false).evidence())).isPresent();
    }

    @Test
    void cannotSayWithoutSettings() {
        assertThat(RuleStory.without(EvidenceKind.FORWARDING_SETTING, indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
