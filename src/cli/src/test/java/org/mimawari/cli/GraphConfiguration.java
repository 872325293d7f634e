package org.mimawari.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.mimawari.simulator.graph.FakeGraph;
import org.mimawari.simulator.graph.GraphLogin;

/** A configuration file with one tenant, {@code shop}, whose Microsoft 365 is a fake Graph. */
final class GraphConfiguration {

    private GraphConfiguration() {}

    /**
     * @param more further settings of the connector, a line each; one that begins with a dash begins another
     * connector
     */
    static String in(Path folder, FakeGraph graph, String... more) throws IOException {
        Files.writeString(folder.resolve("secret"), GraphLogin.SECRET);
        StringBuilder text = new StringBuilder("""
                tenants:
                  - name: shop
                    own-domains: [shop.example]
                    connectors:
                      - type: microsoft365
                        tenant-id: shop.example
                        client-id: 00000000-0000-4000-8000-00000000cafe
                        secret: ${file:secret}
                        test-endpoint: %s
                """.formatted(graph.address()));
        for (String line : more) {
            text.append(line.startsWith("-") ? "      " : "        ").append(line).append('\n');
        }
        return Files.writeString(folder.resolve("mimawari.yaml"), text).toString();
    }
}
