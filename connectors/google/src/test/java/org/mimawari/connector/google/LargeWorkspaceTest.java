package org.mimawari.connector.google;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.ConnectorException;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.SignIn;
import org.mimawari.simulator.google.FakeWorkspace;

@Tag("heavy")
class LargeWorkspaceTest {

    private static final int USERS = 1_000;

    @Test
    void asksNoMoreThanTwelveTimesForAMailbox() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(USERS, 5_000))) {
            Evidences evidence = Workspaces.of(fake).with("parallel", "16").collect();

            assertThat(evidence.of(MailboxRule.class)).hasSize(USERS);
            assertThat(evidence.of(SignIn.class)).hasSize(5_000);
            assertThat(fake.requests().stream().filter(request -> request.path().startsWith("gmail/")).count())
                    .isLessThanOrEqualTo(12L * USERS);
        }
    }
}
