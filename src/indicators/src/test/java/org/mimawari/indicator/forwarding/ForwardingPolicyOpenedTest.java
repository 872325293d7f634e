package org.mimawari.indicator.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.MailFlowRule.Type.OUTBOUND_POLICY;
import static org.mimawari.evidence.MailFlowRule.Type.REMOTE_DOMAIN;
import static org.mimawari.indicator.forwarding.ForwardingStory.routes;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.story;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.Parameter;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.rules.RuleStory;

class ForwardingPolicyOpenedTest {

    private final ForwardingPolicyOpened indicator = new ForwardingPolicyOpened();

    @Test
    void findsAPolicyThatWasOpened() {
        assertThat(only(indicator, routes(story(), "2026-05-01T04:00:00Z", OUTBOUND_POLICY, List.of(),
                new Parameter("AutoForwardingMode", "On")).evidence())).isPresent();
    }

    @Test
    void leavesTheDefaultOfRemoteDomainsAlone() {
        Parameter allowed = new Parameter("AutoForwardEnabled", "True");
        assertThat(indicator.examine(routes(story(), "", REMOTE_DOMAIN, List.of(), allowed).evidence())).isEmpty();
        assertThat(indicator.examine(routes(story(), "2026-05-01T04:00:00Z", REMOTE_DOMAIN, List.of(), allowed)
                .evidence()))
                .hasSize(1);
    }

    @Test
    void leavesAPolicyThatWasClosedAlone() {
        assertThat(indicator.examine(routes(story(), "2026-05-01T04:00:00Z", OUTBOUND_POLICY, List.of(),
                new Parameter("AutoForwardingMode", "Off")).evidence())).isEmpty();
    }

    @Test
    void cannotSayWithoutMailFlow() {
        assertThat(RuleStory.without(EvidenceKind.MAIL_FLOW_RULE, indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
