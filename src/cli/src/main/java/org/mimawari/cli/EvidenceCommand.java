package org.mimawari.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.mimawari.cli.config.TenantConfiguration.ConnectorConfiguration;
import org.mimawari.connector.Connector;
import org.mimawari.connector.ConnectorException;
import org.mimawari.connector.ConnectorException.Problem;
import org.mimawari.scan.EvidenceCount;
import org.mimawari.scan.EvidenceLines;
import org.mimawari.scan.Rejection;
import org.mimawari.store.EvidenceJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code mimawari evidence}: the normalised evidence, one JSON object a line, without judgement. */
@Command(name = "evidence", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
        description = {"Prints what exported files show, one JSON object a line on stdout, in input order and without "
                + "judgement. The last line on stderr counts the records.", ""},
        footerHeading = "%nExample:%n", footer = "  mimawari evidence --export ./exports | grep '\"kind\":\"sign-in\"'")
final class EvidenceCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private ExportOptions export = new ExportOptions();

    EvidenceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws ConnectorException, IOException {
        if (export.paths().isEmpty()) {
            throw new ConnectorException(Problem.USAGE, "nothing to read: name exported evidence with --export PATH");
        }
        ZoneId zone = Zones.of(Zones.parsed(export.zone()), export.ownDomains());
        List<Connector> connectors = Connectors.of(List.of(new ConnectorConfiguration("export", export.values())),
                export.ownDomains(), zone.getId());
        BufferedOutputStream out = new BufferedOutputStream(console.out(), 1 << 16);
        try (EvidenceJson json = new EvidenceJson(out, domain(export.ownDomains()))) {
            EvidenceLines lines = new EvidenceLines(json::write);
            for (Connector connector : connectors) {
                connector.collect(lines);
            }
            json.flush();
            out.flush();
            report(lines);
        }
        return ExitCode.NOTHING_FOUND;
    }

    /** User names of server logs belong to the own domain where there is one only. */
    private static String domain(List<String> own) {
        return own.size() == 1 ? own.get(0).toLowerCase(Locale.ROOT) : "";
    }

    private void report(EvidenceLines lines) {
        for (Rejection rejection : lines.rejections()) {
            console.err().println(Plain.text("rejected: " + rejection.where().source() + " " + rejection.where().locator()
                    + ": " + rejection.why()));
        }
        EvidenceCount counts = lines.counts();
        console.err().println("read " + counts.read() + " = accepted " + counts.accepted() + " + duplicate "
                + counts.duplicate() + " + rejected " + counts.rejected());
    }
}
