package org.mimawari.report;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.mimawari.report.wording.Phrasing;
import org.mimawari.scan.Reach;
import org.mimawari.scan.ReachedRecipient;
import org.mimawari.scan.ScanResult;

/**
 * {@code recipients.csv}: whom to tell. Every recipient the evidence names of mail that left a mailbox while findings
 * about sent mail last, one row each; a row with a note and no recipient says how many it counts but does not name.
 */
public final class RecipientsCsv {

    private static final List<String> COLUMNS = List.of("mailbox", "recipient", "scope", "first_sent_utc",
            "first_sent_local", "messages", "bounced", "replied", "known_from", "sent_from", "note");

    private final Phrasing phrasing;

    public RecipientsCsv(ReportOptions options) {
        this.phrasing = options.phrasing();
    }

    /**
     * Writes the result; the stream stays open.
     *
     * @throws IOException where the stream cannot be written
     */
    public void write(ScanResult result, OutputStream out) throws IOException {
        CsvLines lines = new CsvLines(out, COLUMNS);
        for (Reach reach : result.reach()) {
            for (ReachedRecipient recipient : reach.recipients()) {
                lines.line(cells(reach, recipient));
            }
            remark(lines, reach, reach.unnamed(), "further recipients are counted by the evidence but not named");
            remark(lines, reach, reach.cut(), "further deliveries to recipients that were too many to keep");
        }
        lines.flush();
    }

    private static void remark(CsvLines lines, Reach reach, long count, String what) throws IOException {
        if (count > 0) {
            lines.line(List.of(reach.mailbox().text(), "", "", "", "", "", "", "", "", "", count + " " + what));
        }
    }

    private List<String> cells(Reach reach, ReachedRecipient recipient) {
        Instant first = Phrasing.clamped(recipient.first());
        return List.of(reach.mailbox().text(), recipient.address(), recipient.external() ? "external" : "internal",
                first.toString(), phrasing.stamp(first),
                recipient.messages() == 0 ? "" : Integer.toString(recipient.messages()), bounced(recipient),
                replied(recipient), recipient.messages() == 0 ? "failure report" : "message",
                recipient.usualPlace() ? "usual place" : "other or unknown place", "");
    }

    private static String bounced(ReachedRecipient recipient) {
        return switch (recipient.bounced()) {
            case YES -> "yes";
            case POSSIBLY -> "possibly";
            case NO_SIGN -> "no sign";
        };
    }

    private static String replied(ReachedRecipient recipient) {
        return switch (recipient.replied()) {
            case YES -> "yes";
            case NO -> "no";
            case UNKNOWN -> "unknown";
        };
    }
}
