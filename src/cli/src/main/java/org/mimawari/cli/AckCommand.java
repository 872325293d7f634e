package org.mimawari.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.mimawari.cli.config.ConfigurationException;
import org.mimawari.cli.config.Durations;
import org.mimawari.incident.IncidentStatus;
import org.mimawari.incident.KnownIncident;
import org.mimawari.store.state.IncidentHistory;
import org.mimawari.store.state.IncidentHistory.Acknowledgement;
import org.mimawari.store.state.IncidentHistory.Entry;
import org.mimawari.store.state.State;
import org.mimawari.store.state.StateException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mimawari ack}: somebody answers for an incident, so that rounds are silent about it until it gets worse. */
@Command(name = "ack", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Says that somebody answers for an incident. Rounds stay silent about it until the time is over or it "
                + "gets graver.", ""},
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
            "0:acknowledged", "1:the state cannot be used", "2:wrong usage, or no such incident"},
        footerHeading = "%nExample:%n",
        footer = "  mimawari ack I-a7e7fa9e6148 --owner sato --why 'password reset, waiting for the device' --for 14d")
final class AckCommand implements Callable<Integer> {

    private final Console console;
    private final Clock clock;

    @Parameters(paramLabel = "INCIDENT", description = "The incident's id, as rounds print it.")
    private String id = "";

    @Option(names = "--owner", required = true, paramLabel = "NAME", description = "Who answers for it.")
    private String owner = "";

    @Option(names = "--why", required = true, paramLabel = "TEXT", description = "Why it needs no further telling.")
    private String why = "";

    @Option(names = "--for", paramLabel = "TIME", defaultValue = "30d",
            description = "How long, for example 12h or 14d. Default: 30d.")
    private String length = "30d";

    @Option(names = "--tenant", paramLabel = "NAME", description = "The tenant. Default: the one that has the incident.")
    private Optional<String> tenant = Optional.empty();

    @Mixin
    private StateOptions state = new StateOptions();

    AckCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws ConfigurationException, StateException {
        Instant until = clock.instant().plus(Durations.parsed(length).orElseThrow(() ->
                new ConfigurationException("--for '" + length + "' is no length of time: write one like 12h or 14d")));
        if (owner.isBlank() || why.isBlank()) {
            throw new ConfigurationException("--owner and --why must say something: whoever looks later wants to know");
        }
        try (State opened = state.openExisting()) {
            List<String> tenants = opened.tenantsWith(id);
            if (tenant.isEmpty() && tenants.size() > 1) {
                throw new ConfigurationException("several tenants have the incident " + id + ": name one of "
                        + String.join(", ", tenants) + " with --tenant");
            }
            String owning = tenant.or(() -> tenants.stream().findFirst()).orElse(TenantPlan.EXPORT);
            IncidentHistory incidents = opened.incidents(owning);
            Optional<Entry> found = incidents.find(id).filter(entry -> entry.incident().status() != IncidentStatus.RESOLVED);
            if (found.isEmpty()) {
                List<String> open = incidents.all().stream().map(Entry::incident)
                        .filter(incident -> incident.status() != IncidentStatus.RESOLVED).map(KnownIncident::id).toList();
                throw new ConfigurationException("no open incident of the tenant '" + owning + "' has the id '" + id + "'; "
                        + (open.isEmpty() ? "there are none" : "open are " + String.join(", ", open)));
            }
            Entry entry = found.get();
            incidents.save(new Entry(entry.incident().as(IncidentStatus.ACKNOWLEDGED), entry.stages(), entry.told(),
                    Optional.of(new Acknowledgement(owner, why, until))));
            opened.commit();
            console.out().println(Plain.text(id + " is " + owner + "'s until " + until + ": " + why));
            return ExitCode.NOTHING_FOUND;
        }
    }
}
