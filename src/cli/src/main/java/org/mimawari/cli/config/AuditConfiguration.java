package org.mimawari.cli.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.mimawari.cli.config.TenantConfiguration.ConnectorConfiguration;
import org.mimawari.store.state.StateLocation;

/**
 * How scheduled rounds are done.
 *
 * @param state where rounds remember; empty where the command line says it
 * @param every how often a resident process does a round, for example {@code 5m} or a cron expression
 * @param expected how often rounds are meant to come at least; a longer silence is told
 * @param remember how long evidence is remembered
 * @param heartbeat a file for Prometheus' textfile collector
 * @param report a folder for the full report of each round that judged anew
 * @param channels where changes are announced; secrets are already values
 */
public record AuditConfiguration(
        Optional<StateLocation> state,
        Optional<String> every,
        Optional<Duration> expected,
        Optional<Duration> remember,
        Optional<Path> heartbeat,
        Optional<Path> report,
        List<ConnectorConfiguration> channels) {

    /** Nothing is said about rounds. */
    public static final AuditConfiguration NONE = new AuditConfiguration(Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    public AuditConfiguration {
        channels = List.copyOf(channels);
    }
}
