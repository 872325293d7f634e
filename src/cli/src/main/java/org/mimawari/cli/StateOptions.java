package org.mimawari.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.mimawari.cli.config.AuditConfiguration;
import org.mimawari.cli.config.ConfigurationException;
import org.mimawari.cli.config.ConfigurationFile;
import org.mimawari.cli.config.Durations;
import org.mimawari.store.state.State;
import org.mimawari.store.state.StateException;
import org.mimawari.store.state.StateLocation;
import picocli.CommandLine.Option;

/** The options that say where rounds remember, and how long to wait for one that still runs. */
final class StateOptions {

    private static final Path USUAL_STATE = Path.of("mimawari.db");
    private static final String NOT_AT_ALL = "0s";

    @Option(names = {"-c", "--config"}, paramLabel = "FILE",
            description = "Configuration file. Default: mimawari.yaml, where there is one and no --export is given.")
    private Optional<Path> configuration = Optional.empty();

    @Option(names = "--state", paramLabel = "FILE",
            description = "Where rounds remember: a file. A PostgreSQL database is named in the configuration. Default: what "
                    + "the configuration says, else mimawari.db.")
    private Optional<Path> state = Optional.empty();

    @Option(names = "--wait", paramLabel = "TIME", defaultValue = NOT_AT_ALL,
            description = "How long to wait for a round that still runs, for example 90s or 5m. Default: not at all.")
    private String patience = NOT_AT_ALL;

    Optional<Path> configuration() {
        return configuration;
    }

    /** Opens the state that these options, or else the configuration, name. */
    State open(AuditConfiguration audit) throws StateException, ConfigurationException {
        return State.open(location(audit), waiting());
    }

    /** As {@link #open}, for a command that needs what rounds have remembered: it makes no state. */
    State openExisting() throws StateException, ConfigurationException {
        Path file = configuration.orElse(ScanCommand.USUAL_CONFIGURATION);
        boolean configured = configuration.isPresent() || state.isEmpty() && file.toFile().exists();
        AuditConfiguration audit = configured ? new ConfigurationFile(file, System.getenv()).read().audit()
                : AuditConfiguration.NONE;
        StateLocation there = location(audit);
        return State.find(there, waiting()).orElseThrow(() -> new ConfigurationException("there is no state "
                + there.name() + ": name it with --state FILE, or its configuration with -c FILE"));
    }

    /** What messages call the state. */
    String name(AuditConfiguration audit) throws ConfigurationException {
        return location(audit).name();
    }

    private StateLocation location(AuditConfiguration audit) throws ConfigurationException {
        if (state.filter(file -> file.toString().startsWith("jdbc:")).isPresent()) {
            throw new ConfigurationException("--state names a file; write a database into the configuration: "
                    + "state: " + state.get());
        }
        return state.map(file -> (StateLocation) new StateLocation.File(file)).or(audit::state)
                .orElse(new StateLocation.File(USUAL_STATE));
    }

    private Duration waiting() throws ConfigurationException {
        return NOT_AT_ALL.equals(patience) ? Duration.ZERO : Durations.parsed(patience).orElseThrow(() ->
                new ConfigurationException("--wait '" + patience + "' is no length of time: write one like 90s or 5m"));
    }
}
