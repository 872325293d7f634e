package org.mimawari.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.mimawari.report.page.ReportPage;
import org.mimawari.report.page.Templates;
import org.mimawari.scan.ScanResult;

/**
 * {@code report.html}: the whole report in one file that loads nothing, runs no script, and stays below eight
 * megabytes. Its content security policy allows its own style sheet and nothing else.
 */
public final class HtmlReport {

    private final ReportOptions options;
    private final Templates templates = new Templates();

    public HtmlReport(ReportOptions options) {
        this.options = options;
    }

    /**
     * Writes the result in UTF-8; the stream stays open.
     *
     * @throws IOException where the stream cannot be written
     */
    public void write(ScanResult result, OutputStream out) throws IOException {
        ReportPage page = ReportPage.of(result, options.phrasing(), templates);
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            templates.write(page, writer);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }
}
