package org.mimawari.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Locale;
import java.util.logging.LogManager;
import org.mimawari.cli.config.ConfigurationException;
import org.mimawari.connector.ConnectorException;
import org.mimawari.store.state.StateException;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program: finds the command, and turns what goes wrong into one sentence and an exit code. */
@Command(name = "mimawari", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Says which mailboxes somebody else controls, since when, and what could not be checked.",
        synopsisSubcommandLabel = "COMMAND", footerHeading = "%nFirst steps:%n", footer = {
            "  mimawari demo -o demo",
            "  mimawari scan --export EXPORTS --own-domain example.co.jp -o report",
            "  mimawari scan --help"})
public final class Main implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        if (arguments.length == 1 && (arguments[0].equals("--version") || arguments[0].equals("-V"))) {
            // Asked by scripts at every turn: the commands, and the library that reads them, need not be loaded for it.
            System.out.println(Version.line());
            System.exit(System.out.checkError() ? ExitCode.INTERNAL_ERROR : 0);
        }
        System.exit(run(Console.ofProcess(System.getenv()), Clock.systemUTC(), arguments));
    }

    /** Runs a command and gives its exit code; never ends the process. */
    static int run(Console console, Clock clock, String... arguments) {
        Locale.setDefault(Locale.ROOT);
        quietLogging();
        int code = commands(console, clock).execute(arguments);
        if (console.out().checkError()) {
            console.err().println("mimawari: what was written to standard output was lost: the disk is full, or nobody reads it");
            return ExitCode.INTERNAL_ERROR;
        }
        return code;
    }

    static CommandLine commands(Console console, Clock clock) {
        CommandLine line = new CommandLine(new Main())
                .addSubcommand("scan", new ScanCommand(console, clock))
                .addSubcommand("audit", new AuditCommand(console, clock))
                .addSubcommand("doctor", new DoctorCommand(console))
                .addSubcommand("ack", new AckCommand(console, clock))
                .addSubcommand("evidence", new EvidenceCommand(console))
                .addSubcommand("demo", new DemoCommand(console, clock))
                .addSubcommand("explain", new ExplainCommand(console))
                .addSubcommand("indicators", new IndicatorsCommand(console))
                .addSubcommand("verify", new VerifyCommand(console))
                .addSubcommand("completion", new GenerateCompletion());
        line.setOut(new PrintWriter(console.out(), true));
        line.setErr(new PrintWriter(console.err(), true));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(console.colour() ? Ansi.ON : Ansi.OFF));
        line.setUsageHelpWidth(Math.min(120, console.width()));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAbbreviatedOptionsAllowed(false);
        line.setParameterExceptionHandler((e, given) -> misused(console, e));
        line.setExecutionExceptionHandler((e, failed, parsed) -> failed(console, e));
        return line;
    }

    /** Without a command there is nothing to do but to say what there is. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? See 'mimawari --help'");
    }

    private static int misused(Console console, ParameterException e) {
        console.err().println("mimawari: " + Plain.text(e.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(e, console.err())) {
            console.err().println("See '" + e.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        }
        return ExitCode.USAGE;
    }

    private static int failed(Console console, Exception e) {
        boolean ours = e instanceof ConfigurationException || e instanceof ConnectorException;
        boolean plain = ours || e instanceof StateException || e instanceof ReportException;
        String what = plain ? e.getMessage() : "internal error: " + e;
        console.err().println("mimawari: " + Plain.text(what));
        if (!ours && System.getenv("MIMAWARI_DEBUG") != null) {
            e.printStackTrace(console.err());
        }
        return ours ? ExitCode.USAGE : ExitCode.INTERNAL_ERROR;
    }

    private static void quietLogging() {
        try (InputStream in = Main.class.getResourceAsStream("/logging.properties")) {
            LogManager.getLogManager().readConfiguration(in);
        } catch (IOException e) {
            throw new IllegalStateException("the packaged logging.properties cannot be read", e);
        }
    }
}
