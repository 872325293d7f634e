package org.mimawari.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.evidence.MailboxKind;
import org.mimawari.indicator.Finding;

/** A mailbox with what was found in it, while it is compared with the others. */
final class JudgedMailbox {

    private final Optional<MailboxAddress> address;
    private final List<MailboxAddress> aliases;
    private final MailboxKind kind;
    private final boolean reported;
    private final List<Finding> findings;

    JudgedMailbox(Optional<MailboxAddress> address, List<MailboxAddress> aliases, MailboxKind kind, boolean reported,
            List<Finding> findings) {
        this.address = address;
        this.aliases = aliases;
        this.kind = kind;
        this.reported = reported;
        this.findings = new ArrayList<>(findings);
    }

    Optional<MailboxAddress> address() {
        return address;
    }

    List<MailboxAddress> aliases() {
        return aliases;
    }

    MailboxKind kind() {
        return kind;
    }

    /** True for a mailbox of the organisation that exists; false for guesses of an attacker and foreign accounts. */
    boolean isReported() {
        return reported;
    }

    List<Finding> findings() {
        return findings;
    }

    void add(Finding finding) {
        findings.add(finding);
    }

    void replaceAll(UnaryOperator<Finding> change) {
        findings.replaceAll(change);
    }
}
