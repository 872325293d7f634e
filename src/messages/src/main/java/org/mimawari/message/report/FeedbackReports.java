package org.mimawari.message.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mimawari.evidence.FeedbackReport;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.Origin;
import org.mimawari.evidence.OriginalMessage;
import org.mimawari.message.MailHeaders;
import org.mimawari.message.MailMessage;
import org.mimawari.message.MimePart;

/** Reads complaints in the abuse reporting format (RFC 5965), with what they quote of the message complained about. */
public final class FeedbackReports {

    private static final int LONGEST = 256 * 1024;

    private FeedbackReports() {}

    /** The complaint that this message is; empty where it is none. */
    public static Optional<FeedbackReport> find(MailMessage message, Origin origin) {
        List<MimePart> parts = message.ownParts();
        Optional<MimePart> report = parts.stream().filter(part -> part.type().is("message/feedback-report")).findFirst();
        return report.map(part -> read(fields(part), QuotedOriginal.find(parts), origin));
    }

    private static Map<String, String> fields(MimePart part) {
        return StatusFields.read(part.text(LONGEST)).stream().filter(group -> !group.isEmpty()).findFirst()
                .orElse(Map.of());
    }

    private static FeedbackReport read(Map<String, String> fields, Optional<MailHeaders> quoted, Origin origin) {
        OriginalMessage original = quoted.map(OriginalHeaders::read).orElse(OriginalMessage.UNKNOWN);
        Optional<String> from = original.from().or(() -> Addresses.in(fields.getOrDefault("original-mail-from", ""))
                .stream().findFirst().map(Addresses.Found::address));
        OriginalMessage known = new OriginalMessage(original.messageId(), original.subject(), from, original.date(),
                original.received(), original.signedBy(), original.client());
        String type = fields.getOrDefault("feedback-type", "abuse").strip().toLowerCase(Locale.ROOT);
        return new FeedbackReport(origin, type.isEmpty() || type.length() > 60 ? "other" : type,
                IpAddress.find(fields.getOrDefault("source-ip", "")),
                Optional.of(ReportingServer.bare(fields.getOrDefault("reported-domain", ""))).filter(d -> !d.isEmpty()),
                known);
    }
}
