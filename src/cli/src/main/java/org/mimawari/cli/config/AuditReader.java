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

/** Reads what a configuration says about scheduled rounds: {@code state}, {@code audit} and {@code announce}. */
final class AuditReader {

    private final Path base;

    /** @param base the folder that relative paths start from */
    AuditReader(Path base) {
        this.base = base;
    }

    AuditConfiguration read(Section root) throws ConfigurationException {
        Optional<StateLocation> state = state(root.section("state"));
        Section audit = root.section("audit");
        AuditConfiguration read = new AuditConfiguration(state, audit.find("every"), duration(audit, "expected"),
                duration(audit, "remember"), path(audit, "textfile"), path(audit, "report"), channels(root));
        audit.finish();
        return read;
    }

    private Optional<StateLocation> state(Section section) throws ConfigurationException {
        Optional<String> url = section.find("url");
        Optional<StateLocation> state = path(section, "file").map(StateLocation.File::new);
        Optional<String> user = section.find("user");
        Optional<String> password = section.find("password");
        if (url.isPresent() && !url.get().startsWith("jdbc:postgresql:")) {
            throw section.wrong("url", "expected a PostgreSQL database like jdbc:postgresql://host/database");
        }
        if (url.isPresent() && state.isPresent()) {
            throw section.wrong("url", "a state has either a 'file' or a 'url'");
        }
        section.finish();
        return url.map(text -> (StateLocation) new StateLocation.Postgres(text, user, password)).or(() -> state);
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
