package org.mimawari.indicator.outgoing;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxEvidence;
import org.mimawari.evidence.SentMessage;
import org.mimawari.indicator.words.TextMemory;

/** The names a mailbox may send under: its address, its aliases, and the addresses it was set up to send as. */
public final class OwnNames {

    private final Set<String> names;
    private final TextMemory<Optional<String>> addresses = new TextMemory<>(
            text -> MailboxAddress.findFull(text).map(MailboxAddress::text));

    private OwnNames(Set<String> names) {
        this.names = names;
    }

    public static OwnNames of(MailboxEvidence evidence) {
        return evidence.derived(OwnNames.class, OwnNames::gathered);
    }

    private static OwnNames gathered(MailboxEvidence evidence) {
        Set<String> names = new HashSet<>();
        evidence.mailbox().map(MailboxAddress::text).ifPresent(names::add);
        evidence.profiles().forEach(profile -> profile.aliases().forEach(alias -> names.add(alias.text())));
        evidence.sendAsAddresses().stream().filter(sendAs -> !sendAs.change().ends())
                .forEach(sendAs -> names.add(sendAs.address().toLowerCase(Locale.ROOT)));
        return new OwnNames(names);
    }

    /** Also true for the name of the mailbox without its domain, as some logs write it. */
    public boolean contains(String address) {
        return names.contains(address) || address.indexOf('@') < 0;
    }

    /** The address a message was sent under: in its From, else in its envelope. */
    public Optional<String> usedBy(SentMessage message) {
        Optional<String> from = message.from().isPresent() ? message.from() : message.envelopeFrom();
        return from.isPresent() ? addresses.of(from.get()) : from;
    }
}
