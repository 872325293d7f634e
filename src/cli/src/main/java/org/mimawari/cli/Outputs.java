package org.mimawari.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.mimawari.cli.OutputOptions.Format;
import org.mimawari.indicator.Level;
import org.mimawari.report.HtmlReport;
import org.mimawari.report.JsonReport;
import org.mimawari.report.ReportOptions;
import org.mimawari.report.TerminalReport;
import org.mimawari.report.TerminalStyle;
import org.mimawari.report.TimelineCsv;
import org.mimawari.report.feed.EcsAlerts;
import org.mimawari.report.feed.OcsfFindings;
import org.mimawari.report.feed.SarifLog;
import org.mimawari.report.feed.StixBundle;
import org.mimawari.scan.ScanResult;

/** Writes a result in the formats asked for: into a folder, or to stdout where there is none. */
final class Outputs {

    private static final int LINES_IN_A_PIPE = 40;

    private final OutputOptions options;
    private final Console console;
    private final ReportOptions report;

    /** One format's way of writing. */
    private interface Writer {
        void write(ScanResult result, OutputStream out) throws IOException;
    }

    /** A file and what writes it. */
    private record Written(String file, Writer writer) {}

    Outputs(OutputOptions options, Console console, ZoneId zone) {
        this.options = options;
        this.console = console;
        this.report = new ReportOptions(options.language(), zone);
    }

    void write(ScanResult result, Optional<Path> folder) throws IOException {
        Set<Format> formats = options.formats(folder.isPresent());
        if (folder.isPresent()) {
            Files.createDirectories(folder.get());
        }
        writeFiles(result, folder, formats);
        if (formats.contains(Format.TERMINAL)) {
            terminal().write(result, console.out());
            folder.ifPresent(f -> console.out().println("\n" + f.resolve("report.html")));
            console.out().flush();
        }
    }

    /** Writes into a folder only, and nothing to the terminal. */
    void writeFiles(ScanResult result, Path folder) throws IOException {
        Files.createDirectories(folder);
        writeFiles(result, Optional.of(folder), options.formats(true));
    }

    private void writeFiles(ScanResult result, Optional<Path> folder, Set<Format> formats) throws IOException {
        for (Format format : formats) {
            if (format != Format.TERMINAL) {
                Written written = written(format);
                write(result, folder.map(f -> f.resolve(written.file())), written.writer());
            }
        }
    }

    private Written written(Format format) {
        return switch (format) {
            case JSON -> new Written("report.json", new JsonReport(report)::write);
            case HTML -> new Written("report.html", new HtmlReport(report)::write);
            case CSV -> new Written("timeline.csv", new TimelineCsv(report)::write);
            case OCSF -> new Written("ocsf.ndjson", new OcsfFindings(report.phrasing())::write);
            case ECS -> new Written("ecs.ndjson", new EcsAlerts(report.phrasing())::write);
            case SARIF -> new Written("report.sarif", new SarifLog(report.phrasing())::write);
            case STIX -> new Written("indicators.stix.json", new StixBundle()::write);
            case TERMINAL -> new Written("report.txt", terminal()::write);
        };
    }

    private TerminalReport terminal() {
        int lines = console.outIsTerminal() ? Integer.MAX_VALUE : LINES_IN_A_PIPE;
        return new TerminalReport(report, new TerminalStyle(console.width(), console.colour(), lines,
                options.all() ? Level.LOW : Level.MEDIUM));
    }

    private void write(ScanResult result, Optional<Path> file, Writer writer) throws IOException {
        if (file.isEmpty()) {
            writer.write(result, console.out());
            console.out().flush();
            return;
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file.get()))) {
            writer.write(result, out);
        }
    }
}
