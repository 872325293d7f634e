package org.mimawari.evidence;

import java.util.Optional;

/**
 * Reading of mail: audit records of opened or synchronised items, or the totals of a session.
 *
 * @param items messages read or synchronised
 * @param bytes bytes of bodies fetched, 0 where the source does not tell
 * @param throttled true where the source says it stopped counting
 */
public record MailAccess(
        Origin origin,
        Type type,
        long items,
        long bytes,
        boolean throttled,
        Optional<String> folder,
        Actor actor) implements Evidence {

    /** How the mail was read. */
    public enum Type { BIND, SYNC, IMAP_SESSION, POP_SESSION, API, LOGON }

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.MAIL_ACCESS;
    }
}
