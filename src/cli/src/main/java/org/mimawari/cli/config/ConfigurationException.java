package org.mimawari.cli.config;

/** The configuration is malformed. The message names file and line, what was expected and what was found; never a secret. */
public class ConfigurationException extends Exception {

    private static final long serialVersionUID = 1L;

    public ConfigurationException(String message) {
        super(message);
    }
}
