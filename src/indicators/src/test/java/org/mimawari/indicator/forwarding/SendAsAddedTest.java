package org.mimawari.indicator.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.forwarding.ForwardingStory.sendsAs;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.story;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.rules.RuleStory;

class SendAsAddedTest {

    private final SendAsAdded indicator = new SendAsAdded(Policy.forDomains(
            OwnDomains.of("shop.example", "sakuradenki.example")));

    @Test
    void findsAnOutsideIdentity() {
        assertThat(only(indicator, sendsAs(story(), "x@elsewhere.example", "").evidence())).get()
                .extracting(Finding::level).isEqualTo(Level.MEDIUM);
    }

    @Test
    void isGraverForAnImitation() {
        assertThat(only(indicator, sendsAs(story(), "x@sakura-denki.example", "").evidence())).get()
                .extracting(Finding::level).isEqualTo(Level.HIGH);
    }

    @Test
    void leavesOwnAddressesAlone() {
        assertThat(indicator.examine(sendsAs(story(), "sales@shop.example", "").evidence())).isEmpty();
    }

    @Test
    void makesOneFindingOfTwoSightings() {
        assertThat(only(indicator, sendsAs(sendsAs(story(), "x@elsewhere.example", ""), "X@elsewhere.example", "")
                .evidence()).orElseThrow().citation().total()).isEqualTo(2);
    }

    @Test
    void cannotSayWithoutIdentities() {
        assertThat(RuleStory.without(EvidenceKind.SEND_AS_ADDRESS, indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
