package org.mimawari.connector.google;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.google.api.Endpoint;
import org.mimawari.connector.google.collect.Kind;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.live.Since;

/**
 * How to reach an organisation and what to look at.
 *
 * @param key the service account's
 * @param admin in whose name the directory and the logs are asked
 * @param since the beginning of what is read of logs: a moment, or so long ago
 * @param mailboxes the only ones to look at; empty for all
 * @param parallel how many requests may be on their way at the same time at most
 * @param deadline how long a round may last
 * @param resume where pages are kept until a round ends, so that one that was killed can be taken up
 */
record GoogleSettings(
        Endpoint endpoint, AccountKey key, MailboxAddress admin, Set<Kind> kinds, Since since, OwnDomains own,
        Set<MailboxAddress> mailboxes, int parallel, Duration deadline, Optional<Path> resume) {

    GoogleSettings {
        kinds = Set.copyOf(kinds);
        mailboxes = Set.copyOf(mailboxes);
    }

    /** Never shows the key. */
    @Override
    public String toString() {
        return "GoogleSettings[" + admin + "]";
    }
}
