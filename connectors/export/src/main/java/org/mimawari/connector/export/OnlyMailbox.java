package org.mimawari.connector.export;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxAddress;

/**
 * The one mailbox that a log of the whole organisation is about. An export of one user's records has the same form as
 * one of everybody's; where all records are one mailbox's, it must not pass for a look at the others.
 */
public final class OnlyMailbox {

    private final Set<MailboxAddress> seen = new HashSet<>();

    /** What names no mailbox speaks for nobody in particular and is not counted. */
    public void saw(Optional<MailboxAddress> mailbox) {
        if (seen.size() < 2) {
            mailbox.ifPresent(seen::add);
        }
    }

    /** What was seen: enough to go on from it. */
    public Set<MailboxAddress> seen() {
        return Set.copyOf(seen);
    }

    /** Empty where there are several, or none. */
    public Optional<MailboxAddress> mailbox() {
        return seen.size() == 1 ? seen.stream().findFirst() : Optional.empty();
    }
}
