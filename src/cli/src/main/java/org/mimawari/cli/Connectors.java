package org.mimawari.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.mimawari.cli.config.TenantConfiguration;
import org.mimawari.cli.config.TenantConfiguration.ConnectorConfiguration;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.ConnectorFactory;
import org.mimawari.connector.Settings;

/** Makes the connectors of a tenant out of their settings. */
final class Connectors {

    /** Settings that every connector gets from its tenant and may ignore. */
    private static final List<String> OF_TENANT = List.of("own-domains", "zone");

    private Connectors() {}

    /** @throws ConnectorException also where a secret of the tenant is missing */
    static List<Connector> of(TenantConfiguration tenant, String zone) throws ConnectorException {
        if (tenant.missing().isPresent()) {
            throw new ConnectorException(Problem.USAGE, tenant.missing().get());
        }
        return of(tenant.connectors(), tenant.ownDomains(), zone);
    }

    static List<Connector> of(List<ConnectorConfiguration> configurations, List<String> ownDomains, String zone)
            throws ConnectorException {
        List<Connector> connectors = new ArrayList<>();
        for (ConnectorConfiguration configuration : configurations) {
            connectors.add(connector(configuration.type(), new Settings(values(configuration, ownDomains, zone))));
        }
        return connectors;
    }

    /** A connector's settings with those of its tenant, which it may overrule. */
    static Map<String, List<String>> values(ConnectorConfiguration configuration, List<String> ownDomains,
            String zone) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("own-domains", ownDomains);
        values.put("zone", List.of(zone));
        values.putAll(configuration.values());
        return values;
    }

    private static Connector connector(String type, Settings settings) throws ConnectorException {
        List<String> known = new ArrayList<>();
        for (ConnectorFactory factory : ServiceLoader.load(ConnectorFactory.class)) {
            if (factory.type().equals(type)) {
                return checked(type, factory.connector(settings), settings);
            }
            known.add(factory.type());
        }
        throw new ConnectorException(Problem.USAGE,
                "there is no connector of the type '" + type + "', only " + String.join(", ", known.stream().sorted().toList()));
    }

    private static Connector checked(String type, Connector connector, Settings settings) throws ConnectorException {
        List<String> unknown = settings.unknown().stream().filter(name -> !OF_TENANT.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new ConnectorException(Problem.USAGE,
                    "the connector '" + type + "' has no setting '" + unknown.get(0) + "'");
        }
        return connector;
    }
}
