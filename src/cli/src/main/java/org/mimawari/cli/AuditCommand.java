package org.mimawari.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.mimawari.announce.schedule.Schedule;
import org.mimawari.cli.config.AuditConfiguration;
import org.mimawari.cli.config.Configuration;
import org.mimawari.cli.config.ConfigurationException;
import org.mimawari.cli.config.ConfigurationFile;
import org.mimawari.cli.config.Durations;
import org.mimawari.cli.config.TenantConfiguration;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.report.wording.Language;
import org.mimawari.scan.round.RoundSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mimawari audit}: the scheduled round, which is quiet when nothing changed. */
@Command(name = "audit", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Does one round: reads what is new since the last one, and says which incidents are new, graver or "
                + "resolved; one line where nothing changed. Changes nothing but its own state.", ""},
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
            "0:nothing new",
            "1:internal error, or the state cannot be used, or a report not be written",
            "2:wrong usage or configuration",
            "3:a new or graver incident at or above --fail-on",
            "4:nothing new, but a mail system could not be read"},
        footerHeading = "%nExamples:%n", footer = {
            "  mimawari audit -c /etc/mimawari/mimawari.yaml",
            "  mimawari audit -c mimawari.yaml --every 5m",
            "  mimawari audit --export /var/log/mail --own-domain example.co.jp --state mimawari.db"})
final class AuditCommand implements Callable<Integer> {

    /** Many hosts must not all begin in the same second. */
    private static final double JITTER = 0.1;

    private final Console console;
    private final Clock clock;
    private final Supplier<Stopping> stopping;

    @Mixin
    private ExportOptions export = new ExportOptions();

    @Mixin
    private StateOptions state = new StateOptions();

    @Option(names = "--tenant", paramLabel = "NAME", description = "Only this tenant of the configuration; repeatable.")
    private List<String> tenants = new ArrayList<>();

    @Option(names = "--every", paramLabel = "SCHEDULE",
            description = "Stay, and do a round by this schedule: 5m, 1h, or five cron fields. Default: one round.")
    private Optional<String> every = Optional.empty();

    @Mixin
    private KnownOptions known = new KnownOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private FailOnOption failOn = new FailOnOption();

    AuditCommand(Console console, Clock clock) {
        this(console, clock, () -> new Stopping.OnSignal(clock));
    }

    AuditCommand(Console console, Clock clock, Supplier<Stopping> stopping) {
        this.console = console;
        this.clock = clock;
        this.stopping = stopping;
    }

    @Override
    public Integer call() throws ConfigurationException, ConnectorException, IOException {
        Configuration read = configuration();
        console.warn(read.warnings());
        List<TenantPlan> plans = plans(read);
        Optional<String> schedule = every.or(() -> read.audit().every());
        Language language = output.language();
        AuditRounds rounds = new AuditRounds(state, read.audit(), new RoundPlan(
                read.audit().remember().orElse(RoundSettings.REMEMBERED), expected(read.audit(), schedule), language,
                read.tenants().stream().map(TenantConfiguration::name).toList()),
                new AuditRounds.Telling(new Announcing(read.audit(), base(), language, console, clock), output,
                        failOn.level()),
                console, clock);
        return schedule.isEmpty() ? rounds.run(plans) : stayResident(rounds, plans, parsed(schedule.get()));
    }

    /** Rounds by the schedule until the process is asked to stop; the code is that of the last one. */
    private int stayResident(AuditRounds rounds, List<TenantPlan> plans, Schedule schedule) {
        Stopping waiting = stopping.get();
        int code = ExitCode.NOTHING_FOUND;
        do {
            code = rounds.run(plans);
        } while (waiting.waitUntil(schedule.next(clock.instant(), JITTER, new Random())));
        waiting.ended();
        return code;
    }

    /** Without a word from the operator, two rounds that a schedule of fixed spans left out are worth telling. */
    private static Optional<Duration> expected(AuditConfiguration audit, Optional<String> schedule) {
        return audit.expected().or(() -> schedule.flatMap(Durations::parsed));
    }

    private Schedule parsed(String text) throws ConfigurationException {
        try {
            return Schedule.parse(text, ZoneId.systemDefault());
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException("--every: " + e.getMessage());
        }
    }

    /** Relative paths of channels start where the configuration lies. */
    private Path base() {
        return Optional.ofNullable(state.configuration().orElse(ScanCommand.USUAL_CONFIGURATION).toAbsolutePath().getParent())
                .orElse(Path.of(""));
    }

    private Configuration configuration() throws ConfigurationException, ConnectorException {
        if (!export.paths().isEmpty()) {
            if (state.configuration().isPresent() || !tenants.isEmpty()) {
                throw usage("--export and --config cannot be used together: name the paths in the configuration");
            }
            return new Configuration(List.of(), AuditConfiguration.NONE, List.of());
        }
        if (state.configuration().isEmpty() && !ScanCommand.USUAL_CONFIGURATION.toFile().exists()) {
            throw usage("nothing to examine: name a configuration with -c FILE, or exported evidence with --export PATH");
        }
        return new ConfigurationFile(state.configuration().orElse(ScanCommand.USUAL_CONFIGURATION), System.getenv()).read();
    }

    private List<TenantPlan> plans(Configuration read) throws ConnectorException {
        if (!export.paths().isEmpty()) {
            return List.of(TenantPlan.ofExport(export, known));
        }
        List<TenantPlan> plans = new ArrayList<>();
        for (TenantConfiguration tenant : Tenants.chosen(read.tenants(), tenants)) {
            plans.add(TenantPlan.ofConfiguration(tenant, export, known));
        }
        return plans;
    }

    private static ConnectorException usage(String message) {
        return new ConnectorException(Problem.USAGE, message);
    }
}
