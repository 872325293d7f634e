package org.mimawari.report;

import java.io.IOException;
import java.io.OutputStream;
import org.mimawari.scan.ScanResult;

/** {@code report.html}. */
public final class HtmlReport {

    private final ReportOptions options;

    public HtmlReport(ReportOptions options) {
        this.options = options;
    }

    public void write(ScanResult result, OutputStream out) throws IOException {
        out.write(options.zone().getId().getBytes());
    }
}
