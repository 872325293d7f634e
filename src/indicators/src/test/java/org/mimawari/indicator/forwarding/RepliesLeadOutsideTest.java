package org.mimawari.indicator.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.indicator.forwarding.ForwardingStory.sendsAs;
import static org.mimawari.indicator.rules.RuleStory.POLICY;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.story;

import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.rules.RuleStory;

class RepliesLeadOutsideTest {

    private final RepliesLeadOutside indicator = new RepliesLeadOutside(POLICY);

    @Test
    void findsRepliesThatGoElsewhere() {
        assertThat(only(indicator, sendsAs(story(), "info@shop.example", "info.shop@gmail.com").evidence())).get()
                .extracting(Finding::level).isEqualTo(Level.HIGH);
    }

    @Test
    void leavesRepliesToColleaguesAlone() {
        assertThat(indicator.examine(sendsAs(story(), "info@shop.example", "support@shop.example").evidence()))
                .isEmpty();
    }

    @Test
    void leavesIdentitiesWithoutAReplyAddressAlone() {
        assertThat(indicator.examine(sendsAs(story(), "info@shop.example", "").evidence())).isEmpty();
    }

    @Test
    void leavesAnIdentityThatAnswersForItselfAlone() {
        assertThat(indicator.examine(sendsAs(story(), "x@elsewhere.example", "x@elsewhere.example").evidence()))
                .isEmpty();
    }

    @Test
    void cannotSayWithoutIdentities() {
        assertThat(RuleStory.without(EvidenceKind.SEND_AS_ADDRESS, indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
