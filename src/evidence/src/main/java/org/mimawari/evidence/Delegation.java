package org.mimawari.evidence;

import java.util.List;
import java.util.Optional;

/**
 * Rights of another account on the mailbox.
 *
 * @param rights as the source names them, for example {@code FullAccess}, {@code SendAs}
 * @param folder the folder the rights are limited to, empty for the whole mailbox
 */
public record Delegation(
        Origin origin,
        String grantee,
        List<String> rights,
        Optional<String> folder,
        Change change,
        Actor actor) implements Evidence {

    public Delegation {
        rights = List.copyOf(rights);
    }

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.DELEGATION;
    }
}
