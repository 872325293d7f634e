package org.mimawari.connector.export.google;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.Fingerprint;

/**
 * Remembers which messages were seen leaving, because the Gmail log has a row for each stage of delivery. Remembers a
 * million; of messages beyond that every row counts.
 */
final class SeenMessages {

    private static final int MOST = 1_000_000;

    private final Set<Long> seen = new HashSet<>();

    /** True where this sender's message was not seen before, or where nothing identifies it. */
    boolean isNew(String sender, Optional<String> messageId) {
        if (messageId.isEmpty() || seen.size() >= MOST) {
            return true;
        }
        return seen.add(Fingerprint.of(sender, messageId.get()));
    }
}
