package org.mimawari.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mimawari.cli.OutputOptions.Format;
import org.mimawari.indicator.Level;
import org.mimawari.report.HtmlReport;
import org.mimawari.report.JsonReport;
import org.mimawari.report.Notice;
import org.mimawari.report.RecipientsCsv;
import org.mimawari.report.ReportOptions;
import org.mimawari.report.TerminalReport;
import org.mimawari.report.TerminalStyle;
import org.mimawari.report.TimelineCsv;
import org.mimawari.report.feed.EcsAlerts;
import org.mimawari.report.feed.OcsfFindings;
import org.mimawari.report.feed.SarifLog;
import org.mimawari.report.feed.StixBundle;
import org.mimawari.report.wording.Language;
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
        if (folder.isEmpty()) {
            writeToTheConsole(result);
            return;
        }
        Set<Format> formats = options.formats(true);
        Optional<ReportException> failure = findFailure(result, folder.get());
        if (formats.contains(Format.TERMINAL)) {
            terminal().write(result, console.out());
            if (failure.isEmpty()) {
                name(folder.get(), result, formats);
            }
            console.out().flush();
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /** A full disk must not keep what was found from the terminal. */
    private Optional<ReportException> findFailure(ScanResult result, Path folder) {
        try {
            writeFiles(result, folder);
            return Optional.empty();
        } catch (ReportException e) {
            return Optional.of(e);
        }
    }

    private void writeToTheConsole(ScanResult result) throws IOException {
        for (Format format : options.formats(false)) {
            for (Written written : written(format)) {
                written.writer().write(result, console.out());
            }
        }
        console.out().flush();
    }

    /** Names what to open first, and whom to tell where there is somebody. */
    private void name(Path folder, ScanResult result, Set<Format> formats) {
        console.out().println();
        if (formats.contains(Format.HTML)) {
            console.out().println(folder.resolve("report.html"));
        }
        if (formats.contains(Format.RECIPIENTS) && result.reach().stream().anyMatch(reach -> !reach.recipients().isEmpty())) {
            console.out().println(folder.resolve("recipients.csv"));
        }
    }

    /**
     * Writes into a folder only, all files or none, and nothing to the terminal.
     *
     * @throws ReportException naming the file that cannot be written
     */
    void writeFiles(ScanResult result, Path folder) throws ReportException {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw ReportException.of(folder, e);
        }
        try (FilesBeside files = new FilesBeside(folder)) {
            for (Format format : options.formats(true)) {
                if (format != Format.TERMINAL) {
                    for (Written written : written(format)) {
                        files.file(written.file(), out -> written.writer().write(result, out));
                    }
                }
            }
            files.publish();
        }
    }

    private List<Written> written(Format format) {
        return switch (format) {
            case JSON -> List.of(new Written("report.json", new JsonReport(report)::write));
            case HTML -> List.of(new Written("report.html", new HtmlReport(report)::write));
            case CSV -> List.of(new Written("timeline.csv", new TimelineCsv(report)::write));
            case RECIPIENTS -> List.of(new Written("recipients.csv", new RecipientsCsv(report)::write));
            case NOTICE -> Stream.of(Language.values()).map(language -> new Written("notice." + language.tag() + ".txt",
                    new Notice(new ReportOptions(language, report.zone()))::write)).toList();
            case OCSF -> List.of(new Written("ocsf.ndjson", new OcsfFindings(report.phrasing())::write));
            case ECS -> List.of(new Written("ecs.ndjson", new EcsAlerts(report.phrasing())::write));
            case SARIF -> List.of(new Written("report.sarif", new SarifLog(report.phrasing())::write));
            case STIX -> List.of(new Written("indicators.stix.json", new StixBundle()::write));
            case TERMINAL -> List.of(new Written("report.txt", terminal()::write));
        };
    }

    private TerminalReport terminal() {
        int lines = console.outIsTerminal() ? Integer.MAX_VALUE : LINES_IN_A_PIPE;
        return new TerminalReport(report, new TerminalStyle(console.width(), console.colour(), lines,
                options.all() ? Level.LOW : Level.MEDIUM));
    }
}
