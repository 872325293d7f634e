package org.mimawari.connector.export.serverlog;

import java.util.HashSet;
import java.util.Set;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.OwnDomains;

/**
 * Which addresses belong to the organisation: those in its configured domains, or, where none are configured, in the
 * domains for which the log shows local deliveries and authenticated users.
 */
final class OwnSide {

    private static final int MOST_LEARNED = 1_000;

    private final OwnDomains configured;
    private final Set<String> learned = new HashSet<>();

    OwnSide(OwnDomains configured) {
        this.configured = configured;
    }

    /** Takes note of an address that the server treats as its own. */
    void learn(String address) {
        if (configured.isEmpty() && learned.size() < MOST_LEARNED) {
            MailboxAddress.findFull(address).ifPresent(own -> learned.add(own.domain()));
        }
    }

    boolean isOwn(String address) {
        return MailboxAddress.findFull(address)
                .filter(found -> configured.isEmpty() ? learned.contains(found.domain()) : configured.contains(found))
                .isPresent();
    }
}
