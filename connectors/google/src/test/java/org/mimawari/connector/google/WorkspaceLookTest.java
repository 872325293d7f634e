package org.mimawari.connector.google;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.Sight;
import org.mimawari.simulator.google.FakeWorkspace;

class WorkspaceLookTest {

    private static Map<String, Sight> look(FakeWorkspace fake) throws ConnectorException {
        try (fake; Connector connector = Workspaces.of(fake).with("kinds", "users", "domains", "login-log", "filters", "sent",
                "tokens", "alerts").connector()) {
            List<Sight> sights = connector.look();
            assertThat(fake.requests()).hasSizeLessThan(12).allMatch(request -> request.method().equals("GET"));
            return sights.stream().collect(Collectors.toMap(Sight::what, sight -> sight));
        }
    }

    @Test
    void seesEverythingWhereNothingIsMissing() throws ConnectorException {
        Map<String, Sight> sights = look(FakeWorkspace.of(SmallWorkspace.of(3, 3)));
        assertThat(sights.values()).filteredOn(sight -> !sight.what().equals("clock")).allMatch(Sight::isClear).hasSize(7);
    }

    @Test
    void namesTheExactScope() throws ConnectorException {
        Map<String, Sight> sights = look(FakeWorkspace.of(SmallWorkspace.of(3, 3)).without("admin.reports.audit.readonly"));

        assertThat(sights.get("login-log").trouble().orElseThrow())
                .contains("https://www.googleapis.com/auth/admin.reports.audit.readonly", "Domain-wide delegation");
        assertThat(sights.get("filters").isClear()).isTrue();
        assertThat(sights.get("filters").needs()).endsWith("/gmail.readonly");
    }

    @Test
    void tellsThatTheClockIsWrong() throws ConnectorException {
        assertThat(look(FakeWorkspace.of(SmallWorkspace.of(1, 1))).get("clock").trouble().orElseThrow()).contains("differs");
    }

    @Test
    void saysThatTheKeyIsNone() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(1, 1));
                Connector connector = Workspaces.of(fake).with("key", "{\"type\":\"authorized_user\"}").connector()) {
            assertThatThrownBy(connector::look).hasMessageContaining("not the JSON key of a service account");
        }
    }

    @Test
    void goesNowhereButToThisMachineInsteadOfGoogle() throws ConnectorException {
        try (FakeWorkspace fake = FakeWorkspace.of(SmallWorkspace.of(1, 1))) {
            Workspaces abroad = Workspaces.of(fake).with("test-endpoint", "http://apis.attacker.example:80");
            assertThatThrownBy(abroad::connector).hasMessageContaining("this machine");
        }
    }
}
