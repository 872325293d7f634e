package org.mimawari.indicator.outgoing;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.OwnDomains;
import org.mimawari.indicator.Policy;

/**
 * What the indicators of sent mail have in common: the policy, and one look at what a mailbox sent, which is kept with
 * the mailbox's evidence because all of them ask for it in turn.
 */
public final class OutgoingScope {

    private final Policy policy;

    /** The looks at one mailbox, by what was taken for the organisation's own. */
    private static final class Looks {
        private final Map<OwnDomains, Outgoing> byDomains = new ConcurrentHashMap<>(2);
    }

    public OutgoingScope(Policy policy) {
        this.policy = policy;
    }

    public Policy policy() {
        return policy;
    }

    public Outgoing of(MailboxEvidence evidence) {
        Looks looks = evidence.derived(Looks.class, any -> new Looks());
        Outgoing known = looks.byDomains.get(policy.ownDomains());
        return known != null ? known
                : looks.byDomains.computeIfAbsent(policy.ownDomains(), own -> Outgoing.of(evidence, own));
    }
}
