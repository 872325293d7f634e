package org.mimawari.evidence;

import java.time.Instant;
import java.util.Optional;

/** Whose mailbox, when, and where it was read: what every piece of evidence has. */
public record Origin(Optional<MailboxAddress> mailbox, Optional<Instant> time, EvidenceRef ref) {

    public static Origin of(MailboxAddress mailbox, Instant time, EvidenceRef ref) {
        return new Origin(Optional.of(mailbox), Optional.of(time), ref);
    }

    public Origin withMailbox(Optional<MailboxAddress> other) {
        return new Origin(other, time, ref);
    }
}
