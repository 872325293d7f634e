package org.mimawari.indicator.habit;

import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.MailboxEvidence;

/**
 * From which pieces of evidence habits may be learnt: while an incident is open, an address that was not there before it
 * teaches nothing, so that nobody makes himself at home by staying. Asked in order of time. Not safe for several threads.
 */
final class Teaching {

    private final Optional<Instant> openIncident;
    private final Set<String> before = new HashSet<>();

    Teaching(MailboxEvidence evidence) {
        this.openIncident = evidence.openIncident();
    }

    boolean isAllowed(Optional<IpAddress> ip, Instant when) {
        if (openIncident.isEmpty() || ip.isEmpty()) {
            return true;
        }
        String neighbourhood = ip.get().neighbourhood();
        if (when.isBefore(openIncident.get())) {
            before.add(neighbourhood);
            return true;
        }
        return before.contains(neighbourhood);
    }
}
