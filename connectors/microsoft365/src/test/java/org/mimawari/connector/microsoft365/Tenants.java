package org.mimawari.connector.microsoft365;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mimawari.connector.Checkpoints;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.Settings;
import org.mimawari.live.Waiting;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphLogin;

/** Connects to a fake Graph as a configuration would. */
final class Tenants {

    static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    private final Map<String, List<String>> values = new LinkedHashMap<>();
    private final Waiting time;

    private Tenants(String address, Waiting time) {
        this.time = time;
        values.put("tenant-id", List.of("00000000-0000-4000-8000-00000000beef"));
        values.put("client-id", List.of("00000000-0000-4000-8000-00000000cafe"));
        values.put("secret", List.of(GraphLogin.SECRET));
        values.put("test-endpoint", List.of(address));
        values.put("since", List.of("14d"));
        values.put("parallel", List.of("1"));
    }

    static Tenants of(FakeGraph graph) {
        return new Tenants(graph.address(), new PassingTime(NOW));
    }

    static Tenants of(FakeGraph graph, Instant now) {
        return new Tenants(graph.address(), new PassingTime(now));
    }

    /** In time that passes as it does. */
    static Tenants of(FakeGraph graph, Waiting real) {
        return new Tenants(graph.address(), real);
    }

    Tenants with(String name, String... value) {
        values.put(name, List.of(value));
        return this;
    }

    Tenants without(String name) {
        values.remove(name);
        return this;
    }

    PassingTime time() {
        return (PassingTime) time;
    }

    Connector connector() throws ConnectorException {
        return new Microsoft365ConnectorFactory(time).connector(new Settings(values));
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
