package org.mimawari.evidence;

import java.util.Optional;

/** Another name the mailbox may send under, with where replies to it go. */
public record SendAsAddress(
        Origin origin,
        String address,
        Optional<String> displayName,
        Optional<String> replyTo,
        Optional<String> relay,
        boolean confirmed,
        Change change,
        Actor actor) implements Evidence {

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.SEND_AS_ADDRESS;
    }
}
