package org.mimawari.indicator.outgoing;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.indicator.Policy;

/**
 * What the indicators of sent mail have in common: the policy, and one look at what a mailbox sent. The look at the
 * mailbox asked for last is kept, because all of them ask for the same one in turn; the answer never depends on that.
 */
public final class OutgoingScope {

    private final Policy policy;
    private final AtomicReference<Optional<Outgoing>> latest = new AtomicReference<>(Optional.empty());

    public OutgoingScope(Policy policy) {
        this.policy = policy;
    }

    public Policy policy() {
        return policy;
    }

    public Outgoing of(MailboxEvidence evidence) {
        Optional<Outgoing> known = latest.get().filter(outgoing -> outgoing.evidence() == evidence);
        if (known.isPresent()) {
            return known.get();
        }
        Outgoing outgoing = Outgoing.of(evidence, policy.ownDomains());
        latest.set(Optional.of(outgoing));
        return outgoing;
    }
}
