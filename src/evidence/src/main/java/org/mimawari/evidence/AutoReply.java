package org.mimawari.evidence;

import java.time.Instant;
import java.util.Optional;

/** An automatic reply or vacation message. */
public record AutoReply(
        Origin origin,
        boolean enabled,
        Optional<String> subject,
        Optional<String> text,
        boolean toStrangers,
        Optional<Instant> end,
        Change change,
        Actor actor) implements Evidence {

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.AUTO_REPLY;
    }
}
