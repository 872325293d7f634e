package org.mimawari.report;

import java.io.IOException;
import java.io.OutputStream;
import org.mimawari.report.json.ScanJson;
import org.mimawari.scan.ScanResult;

/**
 * {@code report.json}, as its schema in {@code docs/report.schema.json} says. Everything but {@code run} is the same
 * bytes whenever the evidence is the same; only texts depend on the language, never ids.
 */
public final class JsonReport {

    private final ReportOptions options;

    public JsonReport(ReportOptions options) {
        this.options = options;
    }

    /**
     * Writes the result in UTF-8; the stream stays open.
     *
     * @throws IOException where the stream cannot be written
     */
    public void write(ScanResult result, OutputStream out) throws IOException {
        ScanJson.write(result, options.phrasing(), out);
    }
}
