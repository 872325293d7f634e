package org.mimawari.cli;

import java.util.concurrent.Callable;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.indicator.catalogue.IndicatorPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mimawari explain}: the page of one indicator. */
@Command(name = "explain", mixinStandardHelpOptions = true, versionProvider = Version.class,
        description = "Prints the page of an indicator: what it means, when it is harmless, what to do.",
        footerHeading = "%nExample:%n", footer = "  mimawari explain rules-hide-keyword")
final class ExplainCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "ID", description = "An indicator's id; 'mimawari indicators' lists them.")
    private String id = "";

    ExplainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws ConnectorException {
        IndicatorPage page = IndicatorPage.find(id).orElseThrow(() -> new ConnectorException(Problem.USAGE,
                "there is no indicator '" + id + "'; 'mimawari indicators' lists them"));
        console.out().println(page.title("en") + " (" + page.id() + ")");
        console.out().println(page.title("ja"));
        console.out().println();
        console.out().println(page.text());
        return ExitCode.NOTHING_FOUND;
    }
}
