package org.mimawari.indicator.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.forwarding.ForwardingStory.isForwarded;
import static org.mimawari.indicator.forwarding.ForwardingStory.waits;
import static org.mimawari.indicator.rules.RuleStory.POLICY;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.story;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.rules.RuleStory;

class ForwardingAwaitsConsentTest {

    private final ForwardingAwaitsConsent indicator = new ForwardingAwaitsConsent(POLICY);

    @Test
    void findsAnOutsideAddressThatWaits() {
        assertThat(only(indicator, waits(story(), "x@elsewhere.example").evidence())).isPresent();
    }

    @Test
    void leavesColleaguesAlone() {
        assertThat(indicator.examine(waits(story(), "a@shop.example").evidence())).isEmpty();
    }

    @Test
    void leavesWhatWasAcceptedToAnotherIndicator() {
        assertThat(indicator.examine(isForwarded(waits(story(), "x@elsewhere.example"), "x@elsewhere.example", true,
                true)
                .evidence())).isEmpty();
    }

    @Test
    void cannotSayWithoutSettings() {
        assertThat(RuleStory.without(EvidenceKind.FORWARDING_SETTING, indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
