package org.mimawari.connector;

/** Makes connectors of one type from their part of the configuration; found by {@link java.util.ServiceLoader}. */
public interface ConnectorFactory {

    /** The word in the configuration's {@code type:}, in kebab case. */
    String type();

    /**
     * Makes a connector; touches neither files nor the network.
     *
     * @throws ConnectorException with {@code USAGE} where a setting is missing, unknown or malformed
     */
    Connector connector(Settings settings) throws ConnectorException;
}
