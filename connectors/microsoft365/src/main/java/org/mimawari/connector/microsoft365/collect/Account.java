package org.mimawari.connector.microsoft365.collect;

import java.util.Optional;
import org.mimawari.evidence.MailboxAddress;

/**
 * A user who may have a mailbox.
 *
 * @param id the directory's id, by which Graph is asked
 */
record Account(String id, MailboxAddress address) {

    /** The id as part of a path; empty where the directory gave something that is none. */
    static Optional<String> safeId(String id) {
        boolean plain = !id.isEmpty() && id.length() <= 64
                && id.chars().allMatch(c -> c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-');
        return plain ? Optional.of(id) : Optional.empty();
    }
}
