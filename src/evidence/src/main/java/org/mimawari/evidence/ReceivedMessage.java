package org.mimawari.evidence;

import java.util.Optional;

/**
 * A message that came in: who the mailbox is in touch with, and which replies it gets.
 *
 * @param automatic true for automatic replies and other machine-made mail (RFC 3834)
 */
public record ReceivedMessage(
        Origin origin,
        Optional<String> messageId,
        Optional<String> subject,
        Optional<String> from,
        Optional<String> inReplyTo,
        boolean automatic) implements Evidence {

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.RECEIVED_MESSAGE;
    }
}
