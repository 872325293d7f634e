package org.mimawari.message.report;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mimawari.message.MailHeaders;
import org.mimawari.message.MailMessage;
import org.mimawari.message.MimePart;

/** Finds the headers of the message a report is about, in whatever part they lie. */
final class QuotedOriginal {

    private static final int LONGEST = 512 * 1024;
    private static final Set<String> NOT_IT = Set.of("message/delivery-status", "message/global-delivery-status",
            "message/feedback-report", "message/disposition-notification", "message/global-disposition-notification",
            "message/external-body");
    private static final Set<String> TELLING = Set.of("message-id", "from", "subject", "received", "date", "return-path");

    private QuotedOriginal() {}

    /** The headers of the message quoted in one of these parts. */
    static Optional<MailHeaders> find(List<MimePart> parts) {
        for (MimePart part : parts) {
            Optional<MailHeaders> headers = headers(part);
            if (headers.isPresent()) {
                return headers;
            }
        }
        return parts.stream().skip(1).filter(part -> part.type().is("text/")).limit(5)
                .flatMap(part -> QuotedText.of(part.text(LONGEST)).headers().stream()).findFirst();
    }

    private static Optional<MailHeaders> headers(MimePart part) {
        if (part.isMessage() && !part.children().isEmpty()) {
            return Optional.of(part.children().get(0).headers()).filter(QuotedOriginal::tells);
        }
        boolean quotes = part.type().is("text/rfc822") || part.type().is("text/global-headers")
                || part.type().is("message/") && !NOT_IT.contains(part.type().type());
        if (quotes) {
            return Optional.of(MailMessage.of(part.content(LONGEST)).headers()).filter(QuotedOriginal::tells);
        }
        // Some servers put the original's headers where those of the part belong.
        long telling = part.headers().names().stream().distinct().filter(TELLING::contains).count();
        return telling >= 3 && part.headers().raw("auto-submitted").isEmpty() ? Optional.of(part.headers())
                : Optional.empty();
    }

    private static boolean tells(MailHeaders headers) {
        return headers.names().stream().anyMatch(TELLING::contains);
    }
}
