package org.mimawari.connector.google;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.Settings;
import org.mimawari.simulator.google.FakeWorkspace;
import org.mimawari.simulator.google.ServiceAccountKey;

/** Connects to a fake organisation as a configuration would. */
final class Workspaces {

    static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final PassingTime time;

    private Workspaces(String address, Instant now) {
        time = new PassingTime(now);
        values.put("key", List.of(ServiceAccountKey.JSON));
        values.put("admin", List.of(FakeWorkspace.ADMIN));
        values.put("test-endpoint", List.of(address));
        values.put("since", List.of("14d"));
        values.put("parallel", List.of("2"));
    }

    static Workspaces of(FakeWorkspace fake) {
        return new Workspaces(fake.address(), NOW);
    }

    static Workspaces of(FakeWorkspace fake, Instant now) {
        return new Workspaces(fake.address(), now);
    }

    Workspaces with(String name, String... value) {
        values.put(name, List.of(value));
        return this;
    }

    Workspaces without(String name) {
        values.remove(name);
        return this;
    }

    PassingTime time() {
        return time;
    }

    Connector connector() throws ConnectorException {
        return new GoogleWorkspaceConnectorFactory(time).connector(new Settings(values));
    }

    Evidences collect() throws ConnectorException {
        return collect(Checkpoints.NONE);
    }

    Evidences collect(Checkpoints checkpoints) throws ConnectorException {
        Evidences evidences = new Evidences();
        try (Connector connector = connector()) {
            connector.collect(evidences, checkpoints);
            connector.settled();
        }
        return evidences;
    }
}
