package org.mimawari.cli.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces a value that is a reference by what it refers to: {@code ${env:NAME}} by an environment variable,
 * {@code ${file:PATH}} by the first line of a file, relative to the configuration. Every other value stays as it is.
 */
final class Secrets {

    private final Map<String, String> environment;
    private final Path base;

    Secrets(Map<String, String> environment, Path base) {
        this.environment = environment;
        this.base = base;
    }

    /** @throws ConfigurationException naming the reference, never a value */
    String resolved(String value, String where) throws ConfigurationException {
        if (!isReference(value)) {
            return value;
        }
        String reference = value.substring(2, value.length() - 1);
        int colon = reference.indexOf(':');
        String name = reference.substring(colon + 1);
        return switch (colon < 0 ? "" : reference.substring(0, colon)) {
            case "env" -> Optional.ofNullable(environment.get(name)).orElseThrow(() -> new MissingSecret(
                    where + ": the environment variable " + name + " is not set"));
            case "file" -> line(name, where);
            default -> throw new ConfigurationException(
                    where + ": expected ${env:NAME} or ${file:PATH}, found " + value);
        };
    }

    static boolean isReference(String value) {
        return value.startsWith("${") && value.endsWith("}");
    }

    private String line(String name, String where) throws ConfigurationException {
        try {
            return Files.readString(base.resolve(name), StandardCharsets.UTF_8).lines().findFirst().orElse("").strip();
        } catch (IOException | InvalidPathException e) {
            throw new MissingSecret(where + ": cannot read the secret file " + name);
        }
    }
}
