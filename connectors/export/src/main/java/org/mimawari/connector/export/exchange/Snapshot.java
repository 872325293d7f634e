package org.mimawari.connector.export.exchange;

import java.time.Instant;
import java.util.Optional;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.EvidenceRef;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.Origin;

/** One exported object with what is known about where it belongs. */
record Snapshot(SettingType type, Tree fields, Tree around, Optional<MailboxAddress> mailbox, EvidenceRef ref,
        Directory directory) {

    CmdletObject object() {
        return new CmdletObject(fields);
    }

    /** A state carries no time of its own. */
    Origin origin() {
        return new Origin(mailbox, Optional.empty(), ref);
    }

    Origin origin(Optional<MailboxAddress> owner, Optional<Instant> time) {
        return new Origin(owner, time, ref);
    }
}
