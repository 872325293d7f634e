package org.mimawari.scan;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;

/**
 * Brings the different names of one account together: configured aliases, and bare user names of server logs, which get
 * the domain of the only own address with that local part, or else the first own domain.
 */
final class MailboxNames {

    private final Aliases aliases;
    private final OwnDomains ownDomains;

    MailboxNames(Aliases aliases, OwnDomains ownDomains) {
        this.aliases = aliases;
        this.ownDomains = ownDomains;
    }

    /** The name each of these names stands for. */
    Map<MailboxAddress, MailboxAddress> resolve(Collection<MailboxAddress> names) {
        Map<MailboxAddress, MailboxAddress> resolved = new HashMap<>();
        for (MailboxAddress name : names) {
            MailboxAddress full = name.domain().isEmpty() ? completed(name, names) : name;
            resolved.put(name, aliases.find(name).or(() -> aliases.find(full)).orElse(full));
        }
        return resolved;
    }

    private MailboxAddress completed(MailboxAddress bare, Collection<MailboxAddress> names) {
        List<MailboxAddress> same = names.stream()
                .filter(name -> name.localPart().equals(bare.text()) && ownDomains.contains(name)).sorted().toList();
        if (same.size() == 1) {
            return same.get(0);
        }
        return ownDomains.isEmpty() ? bare : new MailboxAddress(bare.text() + "@" + ownDomains.list().get(0));
    }
}
