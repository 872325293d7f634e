package org.mimawari.connector.google;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.PrismProxy;
import org.mimawari.connector.Sight;
import org.mimawari.connector.google.collect.Kind;
import org.mimawari.evidence.ConnectedApp;
import org.mimawari.evidence.MailboxRule;
import org.mimawari.evidence.ProviderAlert;
import org.mimawari.evidence.SentMessage;
import org.mimawari.evidence.SignIn;
import org.mimawari.simulator.google.FakeWorkspace;
import org.mimawari.simulator.google.HijackedWorkspace;
import org.mimawari.simulator.google.StoredWorkspace;
import org.mimawari.simulator.google.WorkspaceItem;

/** Holds our requests, and the fake's answers, against Google's own descriptions. */
@Tag("heavy")
class GoogleSpecificationTest {

    private static StoredWorkspace stored() {
        StoredWorkspace stored = HijackedWorkspace.at(Workspaces.NOW);
        String victim = "admin/directory/v1/users/" + HijackedWorkspace.VICTIM;
        stored.add(victim + "/tokens", WorkspaceItem.of("{\"kind\":\"admin#directory#token\",\"clientId\":\"1.apps.example\","
                + "\"displayText\":\"Mail Sorter\",\"scopes\":[\"https://mail.google.com/\"],\"anonymous\":false}"));
        stored.add(victim + "/asps", WorkspaceItem.of("{\"kind\":\"admin#directory#asp\",\"codeId\":1,\"name\":\"mail\","
                + "\"creationTime\":\"1763800000000\",\"lastTimeUsed\":\"1763800000000\"}"));
        stored.add("v1beta1/alerts", WorkspaceItem.of("{\"alertId\":\"a-1\",\"type\":\"Suspicious login\",\"source\":"
                + "\"Google identity\",\"createTime\":\"2026-11-22T01:10:00Z\",\"startTime\":\"2026-11-22T01:00:00Z\",\"data\":"
                + "{\"@type\":\"type.googleapis.com/google.apps.alertcenter.type.AccountWarning\",\"email\":\""
                + HijackedWorkspace.VICTIM + "\",\"loginDetails\":{\"ipAddress\":\"203.0.113.77\"}}}"));
        return stored;
    }

    @Test
    void everyRequestAndEveryAnswerConformsToGooglesDescriptions()
            throws ConnectorException, IOException, InterruptedException {
        try (FakeWorkspace fake = FakeWorkspace.of(stored())) {
            Optional<PrismProxy> found = PrismProxy.before("contracts/google/google-evidence.openapi.json", fake.address());
            Assumptions.assumeTrue(found.isPresent(),
                    "skipped: needs the folder 'shared' beside the project, node, and npm or PRISM_HOME");
            try (PrismProxy prism = found.get()) {
                List<String> all = Arrays.stream(Kind.values()).map(Kind::word).toList();
                Workspaces workspaces = Workspaces.of(fake).with("test-login", fake.address())
                        .with("test-endpoint", prism.address()).with("kinds", all.toArray(String[]::new));
                RememberedPlaces places = new RememberedPlaces();
                Evidences evidence = workspaces.collect(places);
                Evidences later = workspaces.collect(places.end());
                List<Sight> sights;
                try (Connector connector = workspaces.connector()) {
                    sights = connector.look();
                }

                assertThat(prism.violations()).isEmpty();
                assertThat(fake.requests()).anyMatch(request -> request.path().endsWith("/history"));
                assertThat(later.coverage()).filteredOn(piece -> piece.isBroken()).isEmpty();
                assertThat(evidence.coverage()).filteredOn(piece -> piece.isBroken()).isEmpty();
                assertThat(evidence.of(SignIn.class)).hasSize(20 * 14 + 1);
                assertThat(evidence.of(MailboxRule.class)).hasSize(1);
                assertThat(evidence.of(SentMessage.class)).hasSize(20 * 14);
                assertThat(evidence.of(ConnectedApp.class)).hasSize(1);
                assertThat(evidence.of(ProviderAlert.class)).hasSize(1);
                assertThat(sights).filteredOn(sight -> !sight.what().equals("clock")).allMatch(Sight::isClear);
            }
        }
    }
}
