package org.mimawari.indicator.habit;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;

/**
 * The families of the clients of one mailbox, each worked out once: a mailbox has few clients and very many records of
 * them. Bounded; safe for any thread.
 */
public final class ClientFamilies {

    private static final int MOST = 1_000;

    private final Map<Spoken, String> known = new ConcurrentHashMap<>();

    /** A client, and the protocol it spoke where that is part of what it is. */
    private record Spoken(String protocol, String client) {

        String family() {
            return ClientFamily.of(protocol.isEmpty() ? client : protocol + " " + client);
        }
    }

    private ClientFamilies() {}

    public static ClientFamilies of(MailboxEvidence evidence) {
        return evidence.derived(ClientFamilies.class, any -> new ClientFamilies());
    }

    public String family(String client) {
        return family(new Spoken("", client));
    }

    /** The family of a client that signs in by a protocol; the same program is another source by IMAP than by web. */
    String family(SignIn.Protocol protocol, String client) {
        return family(new Spoken(protocol.name(), client));
    }

    private String family(Spoken spoken) {
        String family = known.get(spoken);
        if (family == null) {
            family = spoken.family();
            if (known.size() < MOST) {
                known.put(spoken, family);
            }
        }
        return family;
    }
}
