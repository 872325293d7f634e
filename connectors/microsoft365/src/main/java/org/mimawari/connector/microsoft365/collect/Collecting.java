package org.mimawari.connector.microsoft365.collect;

import java.time.Instant;
import java.util.Set;
import org.mimawari.connector.microsoft365.graph.Cloud;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;

/**
 * What to collect.
 *
 * @param since from when on logs are read
 * @param own the organisation's domains as the operator named them; those the tenant lists are added
 * @param interactive the version that interactive sign-ins are read from, {@code v1.0} or {@code beta}
 * @param mailboxes the only mailboxes to look at; empty for all
 * @param parallel how many mailboxes are looked at at the same time
 */
public record Collecting(
        Cloud cloud, Set<Kind> kinds, Instant since, OwnDomains own, String interactive, Set<MailboxAddress> mailboxes,
        int parallel) {

    public Collecting {
        kinds = Set.copyOf(kinds);
        mailboxes = Set.copyOf(mailboxes);
    }

}
