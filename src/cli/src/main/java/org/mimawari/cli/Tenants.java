package org.mimawari.cli;

import java.util.List;
import org.mimawari.cli.config.TenantConfiguration;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;

/** Picks the tenants that were asked for by name. */
final class Tenants {

    private Tenants() {}

    /** @throws ConnectorException where no tenant has one of the names */
    static List<TenantConfiguration> chosen(List<TenantConfiguration> all, List<String> names) throws ConnectorException {
        for (String name : names) {
            if (all.stream().noneMatch(tenant -> tenant.name().equals(name))) {
                throw new ConnectorException(Problem.USAGE, "no tenant is called '" + name + "'; known are "
                        + String.join(", ", all.stream().map(TenantConfiguration::name).toList()));
            }
        }
        return all.stream().filter(tenant -> names.isEmpty() || names.contains(tenant.name())).toList();
    }
}
