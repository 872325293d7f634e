package org.mimawari.cli.config;

/** A secret that the configuration refers to is not there. The configuration may be good all the same. */
final class MissingSecret extends ConfigurationException {

    private static final long serialVersionUID = 1L;

    MissingSecret(String message) {
        super(message);
    }
}
