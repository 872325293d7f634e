package org.mimawari.connector.imap;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.mimawari.connector.imap.protocol.FetchedMessage;
import org.mimawari.message.MailDates;
import org.mimawari.message.evidence.MailEvidence;
import org.mimawari.message.MailMessage;

/**
 * When a message was sent or came in. What its headers say counts, unless they say nothing, or a time after the server
 * had stored it already; then the server's own dates do.
 */
final class MessageTimes {

    private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

    private MessageTimes() {}

    static Optional<Instant> sent(FetchedMessage fetched, MailMessage mail) {
        return sound(MailEvidence.sentAt(mail), fetched);
    }

    /** What no server wrote a Received header into was stored there by other means, so its storing is its coming in. */
    static Optional<Instant> received(FetchedMessage fetched, MailMessage mail) {
        boolean passedServers = mail.headers().has("received");
        Optional<Instant> written = MailEvidence.receivedAt(mail);
        return passedServers ? sound(written, fetched) : stored(fetched).or(() -> written);
    }

    private static Optional<Instant> sound(Optional<Instant> written, FetchedMessage fetched) {
        Optional<Instant> last = date(fetched.saveDate()).or(() -> date(fetched.internalDate()));
        boolean absurd = written.isEmpty()
                || last.isPresent() && written.get().isAfter(last.get().plus(CLOCKS_DIFFER));
        return absurd ? stored(fetched).or(() -> written) : written;
    }

    /** INTERNALDATE, unless it lies after SAVEDATE: the first can be chosen by who stores the message, the second not. */
    private static Optional<Instant> stored(FetchedMessage fetched) {
        Optional<Instant> internal = date(fetched.internalDate());
        Optional<Instant> saved = date(fetched.saveDate());
        boolean later = internal.isPresent() && saved.isPresent()
                && internal.get().isAfter(saved.get().plus(CLOCKS_DIFFER));
        return later ? saved : internal.or(() -> saved);
    }

    private static Optional<Instant> date(Optional<String> text) {
        return text.flatMap(MailDates::find);
    }
}
