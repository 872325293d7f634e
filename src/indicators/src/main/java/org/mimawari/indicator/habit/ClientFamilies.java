package org.mimawari.indicator.habit;

import java.util.EnumMap;
import java.util.Map;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SignIn;
import org.mimawari.indicator.words.TextMemory;

/**
 * The families of the clients of one mailbox, each worked out once: a mailbox has few clients and very many records of
 * them. Bounded; safe for any thread.
 */
public final class ClientFamilies {

    private final TextMemory<String> plain = new TextMemory<>(ClientFamily::of);
    private final Map<SignIn.Protocol, TextMemory<String>> spoken = new EnumMap<>(SignIn.Protocol.class);

    private ClientFamilies() {
        for (SignIn.Protocol protocol : SignIn.Protocol.values()) {
            spoken.put(protocol, new TextMemory<>(client -> ClientFamily.of(protocol.name() + " " + client)));
        }
    }

    public static ClientFamilies of(MailboxEvidence evidence) {
        return evidence.derived(ClientFamilies.class, any -> new ClientFamilies());
    }

    public String family(String client) {
        return plain.of(client);
    }

    /** The family of a client that signs in by a protocol; the same program is another source by IMAP than by web. */
    String family(SignIn.Protocol protocol, String client) {
        return spoken.getOrDefault(protocol, plain).of(client);
    }
}
