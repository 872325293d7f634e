package org.mimawari.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.mimawari.cli.config.Configuration;
import org.mimawari.cli.config.ConfigurationException;
import org.mimawari.cli.config.ConfigurationFile;
import org.mimawari.cli.config.TenantConfiguration;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.report.bundle.SigningKey;
import org.mimawari.scan.ScanResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code mimawari scan}: one round over exported evidence or over configured tenants. */
@Command(name = "scan", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Scans exported evidence, or the tenants of a configuration file, and says which mailboxes "
                + "somebody else controls. Changes nothing anywhere.", ""},
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
            "0:nothing found, in full evidence",
            "1:internal error, or a report could not be written",
            "2:wrong usage or configuration",
            "3:an incident at or above --fail-on",
            "4:nothing found, but required evidence is missing"},
        footerHeading = "%nExamples:%n", footer = {
            "  mimawari scan --export ./exports --own-domain example.co.jp -o report",
            "  mimawari scan --export mail.log mail.log.1.gz --own-domain example.co.jp --lang ja",
            "  mimawari scan --export ./exports -o case-12 --bundle --sign-key ed25519.pem",
            "  mimawari scan -c mimawari.yaml --tenant example -o report --format json,html"})
final class ScanCommand implements Callable<Integer> {

    static final Path USUAL_CONFIGURATION = Path.of("mimawari.yaml");

    private final Console console;
    private final Clock clock;

    @Mixin
    private ExportOptions export = new ExportOptions();

    @Option(names = {"-c", "--config"}, paramLabel = "FILE",
            description = "Configuration file with the tenants to scan. Default: mimawari.yaml, where no --export is given.")
    private Optional<Path> configuration = Optional.empty();

    @Option(names = "--tenant", paramLabel = "NAME", description = "Only this tenant of the configuration; repeatable.")
    private List<String> tenants = new ArrayList<>();

    @Mixin
    private KnownOptions known = new KnownOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Mixin
    private BundleOptions bundle = new BundleOptions();

    @Mixin
    private FailOnOption failOn = new FailOnOption();

    ScanCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() throws ConfigurationException, ConnectorException, IOException {
        List<TenantPlan> plans = plans();
        bundle.check(output.folder());
        if (cluster.isWanted() && bundle.folder(output.folder()).isPresent()) {
            throw usage("--bundle and --spark cannot be used together");
        }
        if (output.folder().isPresent()) {
            prepare(output.folder().get());
        } else if (output.formats(false).size() > 1) {
            throw usage("one format goes to stdout; name a folder with -o for several");
        }
        if (plans.size() == 1) {
            return scan(plans.get(0), output.folder());
        }
        int code = ExitCode.NOTHING_FOUND;
        for (TenantPlan plan : plans) {
            code = ExitCode.worse(code, scanOneOfMany(plan));
        }
        return code;
    }

    /** Before a long scan, not after it. */
    private static void prepare(Path folder) throws ConnectorException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw usage("cannot make the folder '" + folder + "' of -o: name one that can be written, or a path where no "
                    + "file stands in the way");
        }
        if (!Files.isWritable(folder)) {
            throw usage("cannot write into the folder '" + folder + "' of -o: name another");
        }
    }

    /** A tenant that cannot be scanned does not stop the others. */
    private int scanOneOfMany(TenantPlan plan) throws IOException {
        try {
            return scan(plan, output.folder().map(folder -> folder.resolve(FileNames.safe(plan.name()))));
        } catch (ConfigurationException | ConnectorException e) {
            console.err().println("mimawari: tenant " + Plain.text(plan.name() + ": " + e.getMessage()));
            return ExitCode.USAGE;
        }
    }

    private int scan(TenantPlan plan, Optional<Path> folder)
            throws ConfigurationException, ConnectorException, IOException {
        Optional<Path> bundled = bundle.folder(folder);
        SettingSnapshot settings = new SettingSnapshot();
        ScanResult result;
        try (TerminalProgress progress = new TerminalProgress(console, clock)) {
            result = cluster.isWanted() ? plan.scan(cluster, clock, progress) : plan.scan(clock, progress,
                    bundled.isPresent() ? settings::around : UnaryOperator.identity());
        }
        int code = ExitCode.of(result, failOn.level());
        try {
            new Outputs(output, console, plan.zone()).write(result, folder);
            if (bundled.isPresent()) {
                write(new Bundle(plan, output.language(), settings), result, bundled.get());
            }
            plan.settled();
            return code;
        } catch (ReportException e) {
            console.err().println("mimawari: " + Plain.text(e.getMessage()));
            return ExitCode.worse(code, ExitCode.INTERNAL_ERROR);
        }
    }

    private void write(Bundle made, ScanResult result, Path path)
            throws ConfigurationException, ConnectorException, IOException {
        Optional<SigningKey> key = bundle.signingKey();
        try {
            made.write(result, path, key);
        } catch (IOException e) {
            throw ReportException.of(path, e);
        }
    }

    private List<TenantPlan> plans() throws ConfigurationException, ConnectorException {
        if (!export.paths().isEmpty()) {
            if (configuration.isPresent() || !tenants.isEmpty()) {
                throw usage("--export and --config cannot be used together: name the paths in the configuration");
            }
            return List.of(TenantPlan.ofExport(export, known));
        }
        if (configuration.isEmpty() && !USUAL_CONFIGURATION.toFile().exists()) {
            throw usage("nothing to scan: name exported evidence with --export PATH, or a configuration with -c FILE");
        }
        List<TenantPlan> plans = new ArrayList<>();
        Configuration read = new ConfigurationFile(configuration.orElse(USUAL_CONFIGURATION), System.getenv()).read();
        console.warn(read.warnings());
        for (TenantConfiguration tenant : Tenants.chosen(read.tenants(), tenants)) {
            plans.add(TenantPlan.ofConfiguration(tenant, export, known));
        }
        return plans;
    }

    private static ConnectorException usage(String message) {
        return new ConnectorException(Problem.USAGE, message);
    }
}
