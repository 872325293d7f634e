package org.mimawari.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.mimawari.cli.config.Configuration;
import org.mimawari.cli.config.ConfigurationException;
import org.mimawari.cli.config.ConfigurationFile;
import org.mimawari.cli.config.TenantConfiguration;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.connector.Sight;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code mimawari doctor}: says what each configured connector can see, and what exactly is missing for the rest. */
@Command(name = "doctor", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Says what each connector of the configuration can see and which permission or licence is missing, "
                + "with one cheap look at each kind of evidence. Collects nothing, changes nothing.", ""},
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
            "0:everything that was asked for can be seen",
            "2:wrong usage or configuration, or a login that was refused",
            "4:something cannot be seen, or a mail system not be reached"})
final class DoctorCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = {"-c", "--config"}, paramLabel = "FILE",
            description = "Configuration file with the tenants. Default: mimawari.yaml.")
    private Path configuration = ScanCommand.USUAL_CONFIGURATION;

    @Option(names = "--tenant", paramLabel = "NAME", description = "Only this tenant of the configuration; repeatable.")
    private List<String> tenants = new ArrayList<>();

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws ConfigurationException, ConnectorException {
        int code = ExitCode.NOTHING_FOUND;
        Configuration read = new ConfigurationFile(configuration, System.getenv()).read();
        read.warnings().forEach(warning -> print("warning: " + warning));
        for (TenantConfiguration tenant : Tenants.chosen(read.tenants(), tenants)) {
            code = ExitCode.worse(code, look(tenant));
        }
        return code;
    }

    /** A tenant that is configured wrongly does not stop the look at the others. */
    private int look(TenantConfiguration tenant) {
        try {
            int code = ExitCode.NOTHING_FOUND;
            for (Connector connector : Connectors.of(tenant, "UTC")) {
                code = ExitCode.worse(code, look(tenant.name(), connector));
            }
            return code;
        } catch (ConnectorException e) {
            print(tenant.name() + ": " + e.getMessage());
            return ExitCode.USAGE;
        }
    }

    private int look(String tenant, Connector connector) {
        print(tenant + ": " + connector.name());
        try (connector) {
            List<Sight> sights = connector.look();
            if (sights.isEmpty()) {
                print("  this connector cannot tell before it collects");
                return ExitCode.NOTHING_FOUND;
            }
            sights.forEach(this::show);
            needs("  smallest permissions for these kinds: ", sights);
            boolean clear = sights.stream().allMatch(Sight::isClear);
            return clear ? ExitCode.NOTHING_FOUND : ExitCode.EVIDENCE_MISSING;
        } catch (ConnectorException e) {
            print("  " + e.getMessage());
            return e.problem() == Problem.UNREACHABLE ? ExitCode.EVIDENCE_MISSING : ExitCode.USAGE;
        }
    }

    private void show(Sight sight) {
        Optional<String> trouble = sight.trouble();
        print("  " + (sight.isClear() ? "ok      " : "missing ") + pad(sight.what()) + trouble.orElse(sight.needs()));
    }

    private void needs(String title, List<Sight> sights) {
        TreeSet<String> all = new TreeSet<>();
        sights.forEach(sight -> all.add(sight.needs()));
        all.remove("");
        if (!all.isEmpty()) {
            print(title + String.join(", ", all));
        }
    }

    private static String pad(String text) {
        return text + " ".repeat(Math.max(1, 28 - text.length()));
    }

    private void print(String line) {
        console.out().println(Plain.text(line));
    }
}
