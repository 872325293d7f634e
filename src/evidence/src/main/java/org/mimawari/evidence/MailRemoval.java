package org.mimawari.evidence;

import java.util.List;
import java.util.Optional;

/** Messages deleted or moved. */
public record MailRemoval(
        Origin origin,
        Type type,
        Optional<String> folder,
        Optional<String> destination,
        List<RemovedItem> items,
        int count,
        Actor actor) implements Evidence {

    /** What was done to them. */
    public enum Type { SOFT_DELETE, HARD_DELETE, MOVE_TO_DELETED, MOVE }

    /** One message that was deleted or moved, as far as the record names it. */
    public record RemovedItem(Optional<String> subject, Optional<String> messageId) {}

    private static final int MOST = 200;

    public MailRemoval {
        items = items.stream().limit(MOST).toList();
    }

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.MAIL_REMOVAL;
    }
}
