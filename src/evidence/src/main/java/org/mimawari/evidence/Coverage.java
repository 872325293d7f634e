package org.mimawari.evidence;

import java.time.Instant;
import java.util.Optional;

/**
 * What one source shows of one kind of evidence, or why it does not.
 *
 * @param mailbox empty where it covers the whole tenant
 * @param reason empty only where everything was collected
 */
public record Coverage(
        String source,
        String takenFor,
        EvidenceKind kind,
        Optional<MailboxAddress> mailbox,
        State state,
        Optional<String> reason,
        Optional<Instant> from,
        Optional<Instant> to,
        long count) {

    /** How much of it was seen. */
    public enum State { COLLECTED, PARTIAL, NOT_COLLECTED }

    public Coverage {
        if (state != State.COLLECTED && reason.isEmpty()) {
            throw new IllegalArgumentException("coverage of " + source + " is " + state + " without a reason");
        }
    }
}
