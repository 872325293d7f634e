package org.mimawari.connector.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.Coverage.State;
import org.mimawari.evidence.EvidenceKind;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphAccess;
import org.mimawari.simulator.graph.GraphFault;
import org.mimawari.simulator.graph.GraphReply;

class LoginTest {

    private static FakeGraph graph() {
        return FakeGraph.of(SmallTenant.of(3, 0), GraphAccess.full());
    }

    private static Tenants tenants(FakeGraph graph) {
        return Tenants.of(graph).with("kinds", "users", "rules");
    }

    @Test
    void renewsATokenThatEndsWithinFiveMinutesBeforeItIsRefused() throws ConnectorException {
        try (FakeGraph graph = graph()) {
            graph.login().lifetime(290);
            tenants(graph).collect();

            assertThat(graph.login().issued()).isEqualTo(graph.requests().size());
        }
    }

    @Test
    void keepsATokenThatIsGood() throws ConnectorException {
        try (FakeGraph graph = graph()) {
            tenants(graph).collect();

            assertThat(graph.login().issued()).isEqualTo(1);
        }
    }

    /** A long round renews its token many times; one bad moment of the login must not cost the rest of it. */
    @Test
    void asksAgainWhereTheLoginIsNotThereForAMoment() throws ConnectorException {
        try (FakeGraph graph = graph()) {
            graph.with(GraphFault.changing(1, request -> request.path().endsWith("messageRules"), usual -> {
                graph.login().forget();
                graph.login().busy(3);
                return GraphReply.error(401, "InvalidAuthenticationToken", "expired");
            }));
            Evidences evidence = tenants(graph).collect();

            assertThat(evidence.of(MailboxRule.class)).hasSize(3);
            assertThat(evidence.coverage("user1@shop.example/messageRules", EvidenceKind.MAILBOX_RULE).state())
                    .isEqualTo(State.COLLECTED);
        }
    }

    @Test
    void namesEverythingThatIsMissingWhereTheLoginStaysAway() throws ConnectorException {
        try (FakeGraph graph = graph()) {
            graph.login().busy(1_000);

            assertThat(tenants(graph).collect().coverage("users/*/rules", EvidenceKind.MAILBOX_RULE).reason()
                    .orElseThrow())
                    .contains("service-error", "login");
            assertThat(graph.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"AADSTS700024: Client assertion is not within its valid time range., the clock of this machine differs",
        "AADSTS7000222: The provided client secret keys are expired., the client secret has expired",
        "AADSTS700016: Application not found., check client-id and tenant-id"})
    void saysWhatToDoAboutARefusalAndDoesNotRepeatIt(String refusal, String advice) {
        try (FakeGraph graph = graph()) {
            graph.login().refuse(refusal);
            Tenants tenants = tenants(graph);

            assertThatThrownBy(tenants::collect).hasMessageContaining(advice).hasMessageContaining(refusal.substring(0,
                    10));
            assertThat(tenants.time().waited()).isZero();
        }
    }
}
