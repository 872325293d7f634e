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
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.rules.RuleStory;

class MailboxForwardsOutsideTest {

    private final MailboxForwardsOutside indicator = new MailboxForwardsOutside(POLICY);

    @Test
    void findsForwardingOfTheWholeMailbox() {
        var evidence = story().forwardsTo("2026-05-01T04:00:00Z", "smtp:x@elsewhere.example", true).evidence();
        assertThat(only(indicator, evidence)).get().extracting(Finding::level).isEqualTo(Level.MEDIUM);
    }

    @Test
    void makesOneFindingOfLogAndSnapshot() {
        var evidence = isForwarded(story(), "x@elsewhere.example", true, true)
                .forwardsTo("2026-05-01T04:00:00Z", "smtp:X@elsewhere.example", true).evidence();
        Finding finding = only(indicator, evidence).orElseThrow();
        assertThat(finding.multipliers()).isEmpty();
        assertThat(finding.citation().total()).isEqualTo(2);
    }

    @Test
    void leavesColleaguesAlone() {
        assertThat(indicator.examine(isForwarded(story(), "a@shop.example", true, true).evidence())).isEmpty();
    }

    @Test
    void leavesWhatWasNotAcceptedYetToAnotherIndicator() {
        assertThat(indicator.examine(waits(story(), "x@elsewhere.example").evidence())).isEmpty();
    }

    @Test
    void countsWhatIsSwitchedOffLess() {
        assertThat(only(indicator, isForwarded(story(), "x@elsewhere.example", true, false).evidence()).orElseThrow()
                .multiplier()).isEqualTo(0.8 * 0.5);
    }

    @Test
    void hintsAtATargetWithoutAnAddress() {
        assertThat(only(indicator, isForwarded(story(), "Contact X", true, true).evidence()).orElseThrow().points())
                .isLessThan(0.15);
    }

    @Test
    void cannotSayWithoutSettings() {
        assertThat(RuleStory.without(EvidenceKind.FORWARDING_SETTING, indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
