package org.mimawari.indicator.forwarding;

import java.util.Optional;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.Policy;
import org.mimawari.indicator.domain.LookAlike;
import org.mimawari.indicator.domain.OutsideTargets;

/** Judges an address that a mailbox shows the world: outside or not, and whom it imitates. */
final class IdentityTarget {

    private final OutsideTargets outside;
    private final LookAlike known;
    private final MailboxEvidence evidence;

    IdentityTarget(Policy policy, MailboxEvidence evidence) {
        this.outside = new OutsideTargets(policy);
        this.known = KnownDomains.of(policy, evidence);
        this.evidence = evidence;
    }

    /** The first address in the text that is outside. */
    Optional<MailboxAddress> findOutside(String text) {
        return outside.in(text, evidence.mailbox()).stream().findFirst();
    }

    Optional<LookAlike.Match> imitated(String domain) {
        return known.find(domain);
    }
}
