package org.mimawari.connector.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.Coverage;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.ForwardingSetting;
import org.mimawari.evidence.MailboxProfile;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SettingChange;
import org.mimawari.evidence.SettingTopic;
import org.mimawari.evidence.SignIn;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;
import org.mimawari.simulator.graph.HijackedTenant;

class HijackedTenantTest {

    @Test
    void seesEverythingThatHappened() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(HijackedTenant.at(Tenants.NOW), GraphAccess.full())) {
            Evidences evidence = Tenants.of(graph).collect();

            assertThat(evidence.rejected()).isEmpty();
            assertThat(evidence.of(SignIn.class)).hasSize(40 * 14 * 2 + 2);
            assertThat(evidence.of(MailboxRule.class)).hasSize(2);
            assertThat(evidence.of(ForwardingSetting.class)).hasSize(1);
            assertThat(evidence.of(SettingChange.class)).anyMatch(each -> each.topic() == SettingTopic.SECOND_FACTOR_ADDED);
            assertThat(evidence.of(MailboxProfile.class)).hasSize(40 * 2);
            assertThat(evidence.of(SentMessage.class)).hasSize(2 * (40 * 14 * 2 + 1));
            assertThat(evidence.coverage("auditLogs/signIns", EvidenceKind.SIGN_IN).state())
                    .isEqualTo(Coverage.State.COLLECTED);
        }
    }

    @Test
    void readsOnly() throws ConnectorException {
        try (FakeGraph graph = FakeGraph.of(HijackedTenant.at(Tenants.NOW), GraphAccess.full())) {
            Tenants.of(graph).collect();

            assertThat(graph.requests()).allMatch(request -> request.method().equals("GET")
                    || request.method().equals("POST") && request.list().equals("security/auditLog/queries"));
        }
    }
}
