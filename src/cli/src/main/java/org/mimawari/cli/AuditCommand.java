package org.mimawari.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.mimawari.cli.config.AuditConfiguration;
import org.mimawari.cli.config.Configuration;
import org.mimawari.cli.config.ConfigurationException;
import org.mimawari.cli.config.ConfigurationFile;
import org.mimawari.cli.config.TenantConfiguration;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.indicator.Level;
import org.mimawari.scan.round.RoundResult;
import org.mimawari.scan.round.RoundSettings;
import org.mimawari.store.state.State;
import org.mimawari.store.state.StateException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mimawari audit}: the scheduled round, which is quiet when nothing changed. */
@Command(name = "audit", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Does one round: reads what is new since the last one, and says which incidents are new, graver or "
                + "resolved; one line where nothing changed. Changes nothing but its own state.", ""},
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
            "0:nothing new",
            "1:internal error, or the state cannot be used",
            "2:wrong usage or configuration",
            "3:a new or graver incident at or above --fail-on",
            "4:nothing new, but a mail system could not be read"},
        footerHeading = "%nExamples:%n", footer = {
            "  mimawari audit -c /etc/mimawari/mimawari.yaml",
            "  mimawari audit --export /var/log/mail --own-domain example.co.jp --state mimawari.db"})
final class AuditCommand implements Callable<Integer> {

    private final Console console;
    private final Clock clock;

    @Mixin
    private ExportOptions export = new ExportOptions();

    @Mixin
    private StateOptions state = new StateOptions();

    @Option(names = "--tenant", paramLabel = "NAME", description = "Only this tenant of the configuration; repeatable.")
    private List<String> tenants = new ArrayList<>();

    @Mixin
    private KnownOptions known = new KnownOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Option(names = "--fail-on", paramLabel = "LEVEL", defaultValue = "high",
            description = "The lowest level that makes the exit code 3: low, medium, high or critical. Default: high.")
    private Level failOn = Level.HIGH;

    AuditCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws ConfigurationException, ConnectorException, StateException, IOException {
        Configuration read = configuration();
        AuditConfiguration audit = read.audit();
        RoundPlan plan = new RoundPlan(audit.remember().orElse(RoundSettings.REMEMBERED), audit.expected(), output.language());
        int code = ExitCode.NOTHING_FOUND;
        for (TenantPlan tenant : plans(read)) {
            code = ExitCode.worse(code, round(tenant, plan, audit));
        }
        return code;
    }

    /** A tenant that cannot be examined does not stop the others. */
    private int round(TenantPlan tenant, RoundPlan plan, AuditConfiguration audit) throws IOException {
        try (State opened = state.open(audit)) {
            RoundResult result;
            try (TerminalProgress progress = new TerminalProgress(console, clock)) {
                result = tenant.round(opened, plan, clock, progress);
            }
            opened.commit();
            return told(tenant, result);
        } catch (ConfigurationException | ConnectorException e) {
            console.err().println("mimawari: tenant " + Plain.text(tenant.name() + ": " + e.getMessage()));
            return ExitCode.USAGE;
        } catch (StateException e) {
            console.err().println("mimawari: " + Plain.text(e.getMessage()));
            return ExitCode.INTERNAL_ERROR;
        }
    }

    private int told(TenantPlan tenant, RoundResult result) throws IOException {
        new RoundLines(console, tenant.zone(), output.language()).write(tenant.name(), result);
        if (output.folder().isPresent() && result.result().isPresent()) {
            Path folder = output.folder().get().resolve(FileNames.safe(tenant.name()));
            new Outputs(output, console, tenant.zone()).writeFiles(result.result().get(), folder);
        }
        boolean grave = result.changes().stream().anyMatch(change -> change.status().isWorse() && change.level().isAtLeast(failOn));
        if (grave) {
            return ExitCode.INCIDENT;
        }
        return result.unreachable().isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.EVIDENCE_MISSING;
    }

    private Configuration configuration() throws ConfigurationException, ConnectorException {
        if (!export.paths().isEmpty()) {
            if (state.configuration().isPresent() || !tenants.isEmpty()) {
                throw usage("--export and --config cannot be used together: name the paths in the configuration");
            }
            return new Configuration(List.of(), AuditConfiguration.NONE);
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
