package org.mimawari.evidence;

import java.util.Optional;

/**
 * Forwarding of a whole mailbox, outside its rules.
 *
 * @param field the source's name of the setting, for example {@code ForwardingSmtpAddress}
 * @param keepsCopy empty where the source does not say
 * @param confirmed false while the target has not accepted yet (Gmail {@code pending})
 */
public record ForwardingSetting(
        Origin origin,
        String target,
        String field,
        Optional<Boolean> keepsCopy,
        boolean enabled,
        boolean confirmed,
        Change change,
        Actor actor) implements Evidence {

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.FORWARDING_SETTING;
    }
}
