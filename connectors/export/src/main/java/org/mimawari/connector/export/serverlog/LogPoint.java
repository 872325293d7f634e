package org.mimawari.connector.export.serverlog;

import java.time.Instant;
import java.util.Optional;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Origin;

/**
 * Where in which log a line stands, and when it was written.
 *
 * @param millis milliseconds since the epoch, or {@link LogLine#NO_TIME}
 */
record LogPoint(LogSource source, long number, long millis) {

    Optional<Instant> time() {
        return millis == LogLine.NO_TIME ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    EvidenceRef ref() {
        return EvidenceRef.line(source.name(), number);
    }

    Origin origin(Optional<MailboxAddress> mailbox) {
        return new Origin(mailbox, time(), ref());
    }

    /** True where this point lies more than so many seconds before the given time; unknown times count as old. */
    boolean isOlder(long now, int seconds) {
        return millis == LogLine.NO_TIME || now == LogLine.NO_TIME || now - millis > seconds * 1000L;
    }
}
