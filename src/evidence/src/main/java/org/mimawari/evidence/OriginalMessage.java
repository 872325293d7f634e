package org.mimawari.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a delivery failure or complaint quotes of the message it is about: the facts that tell a message of ours from
 * one that only carried our address.
 *
 * @param received the quoted Received headers, newest first, at most 20
 * @param signedBy domains ({@code d=}) of its DKIM signatures (RFC 6376)
 */
public record OriginalMessage(
        Optional<String> messageId,
        Optional<String> subject,
        Optional<String> from,
        Optional<Instant> date,
        List<String> received,
        List<String> signedBy,
        Optional<String> client) {

    public static final OriginalMessage UNKNOWN = new OriginalMessage(Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), List.of(), List.of(), Optional.empty());
    private static final int MOST = 20;

    public OriginalMessage {
        received = received.stream().limit(MOST).toList();
        signedBy = signedBy.stream().limit(MOST).toList();
    }
}
