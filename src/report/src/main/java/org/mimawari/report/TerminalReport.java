package org.mimawari.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.mimawari.scan.ScanResult;

/**
 * The verdict on a terminal: the answer first, then the numbers, what could not be checked, and the mailboxes with the
 * next steps. No line is wider than the terminal, and nothing a mail system wrote can move its cursor.
 */
public final class TerminalReport {

    private final ReportOptions options;
    private final TerminalStyle style;

    public TerminalReport(ReportOptions options, TerminalStyle style) {
        this.options = options;
        this.style = style;
    }

    /**
     * Writes the result in UTF-8; the stream stays open.
     *
     * @throws IOException where the stream cannot be written
     */
    public void write(ScanResult result, OutputStream out) throws IOException {
        TerminalSections sections = new TerminalSections(options.phrasing(), style);
        String text = String.join("\n", sections.lines(result)) + "\n";
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
