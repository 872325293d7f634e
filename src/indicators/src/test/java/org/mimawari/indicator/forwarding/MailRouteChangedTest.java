package org.mimawari.indicator.forwarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mimawari.evidence.MailFlowRule.Type.INBOUND_CONNECTOR;
import static org.mimawari.evidence.MailFlowRule.Type.JOURNAL_RULE;
import static org.mimawari.indicator.forwarding.ForwardingStory.routes;
import static org.mimawari.indicator.rules.RuleStory.POLICY;
import static org.mimawari.indicator.rules.RuleStory.only;
import static org.mimawari.indicator.rules.RuleStory.story;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.indicator.Assessment;
import org.mimawari.indicator.rules.RuleStory;

class MailRouteChangedTest {

    private final MailRouteChanged indicator = new MailRouteChanged(POLICY);

    @Test
    void findsANewConnector() {
        assertThat(only(indicator, routes(story(), "2026-05-01T04:00:00Z", INBOUND_CONNECTOR, List.of()).evidence()))
                .isPresent();
    }

    @Test
    void findsAJournalThatLeadsOutside() {
        assertThat(only(indicator, routes(story(), "", JOURNAL_RULE, List.of("x@elsewhere.example")).evidence()))
                .isPresent();
    }

    @Test
    void leavesConnectorsFoundInPlaceAlone() {
        assertThat(indicator.examine(routes(story(), "", INBOUND_CONNECTOR, List.of()).evidence())).isEmpty();
    }

    @Test
    void leavesAnOwnJournalAlone() {
        assertThat(indicator.examine(routes(story(), "", JOURNAL_RULE, List.of("journal@shop.example")).evidence()))
                .isEmpty();
    }

    @Test
    void cannotSayWithoutMailFlow() {
        assertThat(RuleStory.without(EvidenceKind.MAIL_FLOW_RULE, indicator))
                .isInstanceOf(Assessment.NotAssessed.class);
    }
}
