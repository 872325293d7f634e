package org.mimawari.scan.round;

import org.mimawari.connector.Connector;

/**
 * A connector and the name under which the state remembers it.
 *
 * @param name the same in every round, and different for each connector of a tenant
 */
public record NamedConnector(String name, Connector connector) {}
