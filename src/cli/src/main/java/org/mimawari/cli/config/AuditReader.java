package org.mimawari.cli.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mimawari.cli.config.TenantConfiguration.ConnectorConfiguration;
import org.mimawari.store.state.StateLocation;

/** Reads what a configuration says about scheduled rounds: {@code state}, {@code announce} and the rest. */
final class AuditReader {

    private static final String POSTGRES = "jdbc:postgresql:";

    private final Path base;

    /** @param base the folder that relative paths start from */
    AuditReader(Path base) {
        this.base = base;
    }

    AuditConfiguration read(Section root) throws ConfigurationException {
        return new AuditConfiguration(state(root), root.find("every"), duration(root, "expected"),
                duration(root, "remember"), path(root, "heartbeat"), path(root, "report"), channels(root));
    }

    /** A file, or a PostgreSQL database with its user and password. */
    private Optional<StateLocation> state(Section root) throws ConfigurationException {
        Optional<String> state = root.find("state");
        Optional<String> user = root.find("state-user");
        Optional<String> password = root.find("state-password");
        boolean isDatabase = state.filter(text -> text.startsWith(POSTGRES)).isPresent();
        if (!isDatabase && state.filter(text -> text.startsWith("jdbc:")).isPresent()) {
            throw root.wrong("state", "only PostgreSQL is known: " + POSTGRES + "//host/database");
        }
        if (!isDatabase && (user.isPresent() || password.isPresent())) {
            throw root.wrong("state", "a user and a password belong to a database like " + POSTGRES + "//host/database");
        }
        return state.map(text -> isDatabase ? new StateLocation.Postgres(text, user, password)
                : new StateLocation.File(base.resolve(text)));
    }

    private static List<ConnectorConfiguration> channels(Section root) throws ConfigurationException {
        List<ConnectorConfiguration> channels = new ArrayList<>();
        for (Section each : root.sections("announce")) {
            String type = each.find("type").orElseThrow(() -> each.wrong("type", "this setting is missing"));
            Map<String, List<String>> values = new LinkedHashMap<>();
            for (String name : each.names()) {
                if (!name.equals("type")) {
                    values.put(name, each.texts(name));
                }
            }
            channels.add(new ConnectorConfiguration(type, values));
        }
        return channels;
    }

    private static Optional<Duration> duration(Section section, String name) throws ConfigurationException {
        Optional<String> text = section.find(name);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> length = Durations.parsed(text.get());
        if (length.isEmpty()) {
            throw section.wrong(name, "'" + text.get() + "' is no length of time; write one like 5m, 1h or 90d");
        }
        return length;
    }

    private Optional<Path> path(Section section, String name) throws ConfigurationException {
        return section.find(name).map(base::resolve);
    }
}
