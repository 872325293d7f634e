package org.mimawari.connector.google.collect;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;

/**
 * What to collect.
 *
 * @param since from when on logs are read
 * @param own the organisation's domains as the operator named them; those the directory lists are added
 * @param mailboxes the only mailboxes to look at; empty for all
 * @param parallel how many mailboxes are looked at at the same time
 */
public record Collecting(Set<Kind> kinds, Instant since, OwnDomains own, Set<MailboxAddress> mailboxes, int parallel) {

    public Collecting {
        kinds = Set.copyOf(kinds);
        mailboxes = Set.copyOf(mailboxes);
    }

    List<Kind> inOrder() {
        return kinds.stream().sorted().toList();
    }
}
