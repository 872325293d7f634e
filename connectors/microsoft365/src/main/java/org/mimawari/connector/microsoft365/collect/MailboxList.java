package org.mimawari.connector.microsoft365.collect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.mimawari.connector.export.exchange.ExchangeAnswers;
import org.mimawari.connector.export.tree.Tree;
import org.mimawari.evidence.MailboxAddress;
import org.mimawari.live.HeldSink;

/**
 * The mailboxes that {@code Get-Mailbox} shows, with their forwarding, and those who may send on their behalf. Where
 * one names another by a name, it is translated when all of them are known.
 */
final class MailboxList {

    private static final int MOST_WAITING = 20_000;

    private final String source;
    private final HeldSink held = new HeldSink();
    private final ExchangeAnswers answers;
    private final List<Tree> waiting = new ArrayList<>();
    private final Set<MailboxAddress> shown = new TreeSet<>();
    private final Set<MailboxAddress> withoutForwarding = new TreeSet<>();
    private final Set<MailboxAddress> aliases = new HashSet<>();

    MailboxList(String source, ExchangeAnswers answers) {
        this.source = source;
        this.answers = answers.into(held);
    }

    void take(Tree mailbox) {
        answers.remember(mailbox);
        ExchangeAnswers.address(mailbox).ifPresent(address -> saw(mailbox, address));
        boolean names = mailbox.find("ForwardingAddress").isPresent() || !mailbox.at("GrantSendOnBehalfTo").items()
                .isEmpty();
        if (names && waiting.size() < MOST_WAITING) {
            waiting.add(mailbox);
        } else {
            translate(mailbox);
        }
    }

    private void saw(Tree mailbox, MailboxAddress address) {
        (showsForwarding(mailbox) ? shown : withoutForwarding).add(address);
        mailbox.at("EmailAddresses").texts().forEach(text -> MailboxAddress.findFull(text).ifPresent(aliases::add));
        mailbox.find("UserPrincipalName").flatMap(MailboxAddress::findFull).ifPresent(aliases::add);
    }

    /** Whether a mailbox was shown with its forwarding: where the properties are missing, it was not looked at. */
    static boolean showsForwarding(Tree mailbox) {
        return mailbox.hasAll("ForwardingSmtpAddress", "ForwardingAddress");
    }

    /** There are no more. */
    HeldSink end() {
        waiting.forEach(this::translate);
        waiting.clear();
        return held;
    }

    private void translate(Tree mailbox) {
        answers.take(ExchangeAnswers.Of.MAILBOXES, source, ExchangeAnswers.address(mailbox), mailbox);
    }

    /** Mailboxes whose forwarding was shown. */
    Set<MailboxAddress> shown() {
        return shown;
    }

    /** Mailboxes that were shown without the properties of forwarding. */
    Set<MailboxAddress> withoutForwarding() {
        return withoutForwarding;
    }

    /** True where the mailbox was shown in whatever way, under whatever of its addresses. */
    boolean has(MailboxAddress mailbox) {
        return shown.contains(mailbox) || withoutForwarding.contains(mailbox) || aliases.contains(mailbox);
    }

    boolean isEmpty() {
        return shown.isEmpty() && withoutForwarding.isEmpty();
    }
}
