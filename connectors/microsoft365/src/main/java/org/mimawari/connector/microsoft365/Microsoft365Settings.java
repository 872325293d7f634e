package org.mimawari.connector.microsoft365;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.microsoft365.collect.Kind;
import org.mimawari.connector.microsoft365.graph.Endpoint;
import org.mimawari.connector.microsoft365.graph.SignInWay;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.live.Since;

/**
 * How to reach a tenant and what to look at.
 *
 * @param since the beginning of what is read of logs: a moment, or so long ago
 * @param interactive the version of Graph that interactive sign-ins are read from
 * @param mailboxes the only ones to look at; empty for all
 * @param parallel how many requests may be on their way at the same time at most
 * @param deadline how long a round may last
 * @param resume where pages are kept until a round ends, so that one that was killed can be taken up
 */
record Microsoft365Settings(
        Endpoint endpoint, String tenant, String client, SignInWay way, Set<Kind> kinds, Since since, OwnDomains own,
        String interactive, Set<MailboxAddress> mailboxes, int parallel, Duration deadline, Optional<Path> resume) {

    Microsoft365Settings {
        kinds = Set.copyOf(kinds);
        mailboxes = Set.copyOf(mailboxes);
    }

    /** Never shows how the connector signs in. */
    @Override
    public String toString() {
        return "Microsoft365Settings[" + tenant + "]";
    }
}
