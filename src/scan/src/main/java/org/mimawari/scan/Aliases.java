package org.mimawari.scan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.store.EvidenceVault;

/**
 * Other names of mailboxes, from the operator and from the mail system's own list, and where evidence filed under them
 * lies: a name's evidence may be in another partition than that of its mailbox.
 */
final class Aliases {

    private final Map<MailboxAddress, MailboxAddress> mailboxes;
    private final OwnDomains ownDomains;
    private final Map<Integer, Map<Integer, Set<MailboxAddress>>> guests = new HashMap<>();

    /** @param mailboxes alias to mailbox; an alias may lack its domain */
    Aliases(Map<MailboxAddress, MailboxAddress> mailboxes, OwnDomains ownDomains) {
        this.mailboxes = Map.copyOf(mailboxes);
        this.ownDomains = ownDomains;
        this.mailboxes.forEach((alias, mailbox) -> {
            int from = EvidenceVault.partition(alias);
            int to = EvidenceVault.partition(mailbox);
            if (from != to) {
                guests.computeIfAbsent(to, any -> new HashMap<>()).computeIfAbsent(from, any -> new HashSet<>())
                        .add(alias);
            }
        });
    }

    /** The mailbox this name stands for, where it is another name of one. */
    Optional<MailboxAddress> find(MailboxAddress name) {
        MailboxAddress known = mailboxes.get(name);
        if (known != null || !name.domain().isEmpty()) {
            return Optional.ofNullable(known);
        }
        return ownDomains.list().stream().map(domain -> new MailboxAddress(name.text() + "@" + domain))
                .flatMap(full -> Optional.ofNullable(mailboxes.get(full)).stream()).findFirst();
    }

    boolean isElsewhere(MailboxAddress name) {
        Optional<MailboxAddress> mailbox = find(name);
        return mailbox.isPresent() && EvidenceVault.partition(mailbox.get()) != EvidenceVault.partition(name);
    }

    /** For a partition: which other partitions hold evidence of its mailboxes. */
    Set<Integer> sources(int partition) {
        return guests.getOrDefault(partition, Map.of()).keySet();
    }

    /** True where this name, met in another partition, belongs to a mailbox of this one. */
    boolean belongs(MailboxAddress name, int partition) {
        return find(name).filter(mailbox -> EvidenceVault.partition(mailbox) == partition).isPresent()
                && EvidenceVault.partition(name) != partition;
    }
}
