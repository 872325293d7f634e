package org.mimawari.indicator.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.MailFlowRule.Type.OUTBOUND_CONNECTOR;
import static org.mimawari.evidence.MailFlowRule.Type.TRANSPORT_RULE;
import static org.mimawari.indicator.forwarding.ForwardingStory.routes;
import static org.mimawari.indicator.rules.RuleStory.POLICY;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.story;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.story.MailboxStory;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.Finding;
import org.mimawari.indicator.Level;
import org.mimawari.indicator.rules.RuleStory;

class TransportRuleSendsOutsideTest {

    private final TransportRuleSendsOutside indicator = new TransportRuleSendsOutside(POLICY);

    @Test
    void findsABlindCopyToTheOutside() {
        assertThat(only(indicator, routes(story(), "2026-05-01T04:00:00Z", TRANSPORT_RULE,
                List.of("x@elsewhere.example"))
                .evidence())).get().extracting(Finding::level).isEqualTo(Level.HIGH);
    }

    @Test
    void makesOneFindingOfLogAndSnapshot() {
        MailboxStory story = routes(story(), "", TRANSPORT_RULE, List.of("x@elsewhere.example"));
        Finding finding = only(indicator, routes(story, "2026-05-01T04:00:00Z", TRANSPORT_RULE,
                List.of("x@elsewhere.example")).evidence()).orElseThrow();
        assertThat(finding.multipliers()).isEmpty();
    }

    @Test
    void leavesInsideTargetsAlone() {
        assertThat(indicator.examine(routes(story(), "", TRANSPORT_RULE, List.of("audit@shop.example")).evidence()))
                .isEmpty();
    }

    @Test
    void leavesConnectorsToAnotherIndicator() {
        assertThat(indicator.examine(routes(story(), "", OUTBOUND_CONNECTOR, List.of("x@elsewhere.example"))
                .evidence()))
                .isEmpty();
    }

    @Test
    void cannotSayWithoutMailFlow() {
        assertThat(RuleStory.without(EvidenceKind.MAIL_FLOW_RULE, indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
