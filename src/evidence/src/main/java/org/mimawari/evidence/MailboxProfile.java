package org.mimawari.evidence;

import java.util.List;
import java.util.Optional;

/**
 * A mailbox as its mail system describes it.
 *
 * @param aliases other addresses of the same mailbox, in lower case
 * @param switches named states such as {@code SmtpClientAuthenticationDisabled}, at most 64
 */
public record MailboxProfile(
        Origin origin,
        MailboxKind mailboxKind,
        Optional<String> displayName,
        List<MailboxAddress> aliases,
        List<Parameter> switches) implements Evidence {

    private static final int MOST = 64;

    public MailboxProfile {
        aliases = aliases.stream().limit(MOST).toList();
        switches = switches.stream().limit(MOST).toList();
    }

    @Override
    public EvidenceKind kind() {
        return EvidenceKind.MAILBOX_PROFILE;
    }

    /** The value of the switch with this name, ignoring case. */
    public Optional<String> find(String name) {
        return switches.stream().filter(s -> s.name().equalsIgnoreCase(name)).map(Parameter::value).findFirst();
    }
}
