package org.mimawari.message.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.mimawari.evidence.OriginalMessage;
import org.mimawari.message.MailDates;
import org.mimawari.message.MailHeaders;

/** Reads the facts of an {@link OriginalMessage} from its headers. */
final class OriginalHeaders {

    private static final int MOST_RECEIVED = 20;
    private static final int LONGEST_RECEIVED = 1_000;
    private static final int LONGEST_SUBJECT = 1_000;

    private OriginalHeaders() {}

    static OriginalMessage read(MailHeaders headers) {
        List<String> received = headers.all("received").stream().limit(MOST_RECEIVED)
                .map(value -> capped(value, LONGEST_RECEIVED)).toList();
        return new OriginalMessage(headers.id("message-id"), headers.text("subject").map(s -> capped(s, LONGEST_SUBJECT)),
                headers.addresses("from").stream().findFirst(), headers.raw("date").flatMap(MailDates::find), received,
                signers(headers), headers.client());
    }

    private static List<String> signers(MailHeaders headers) {
        List<String> domains = new ArrayList<>();
        for (String signature : headers.all("dkim-signature")) {
            tag(signature, "d").filter(domain -> !domains.contains(domain)).ifPresent(domains::add);
        }
        return domains;
    }

    /** The value of a tag in a list such as {@code v=1; d=example.jp} (RFC 6376 §3.2). */
    private static Optional<String> tag(String list, String name) {
        for (String piece : list.split(";")) {
            int equals = piece.indexOf('=');
            if (equals > 0 && piece.substring(0, equals).strip().equalsIgnoreCase(name)) {
                String value = piece.substring(equals + 1).strip().toLowerCase(Locale.ROOT);
                return Optional.of(value).filter(v -> !v.isEmpty() && v.length() <= 253);
            }
        }
        return Optional.empty();
    }

    private static String capped(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}
