package org.mimawari.scan;

import java.util.Arrays;
import org.mimawari.evidence.MailboxAddress;

/**
 * Mailboxes that were dealt with a moment ago, by the object alone: readers give the same one again and again, so that
 * the great sets need not be asked for every record. Bounded; may have forgotten any. Not safe for several threads.
 */
final class RecentMailboxes {

    private static final int PLACES = 1 << 12;

    private static final MailboxAddress NOBODY = new MailboxAddress("nobody");

    private final MailboxAddress[] places = new MailboxAddress[PLACES];

    RecentMailboxes() {
        forgetAll();
    }

    @SuppressWarnings("ReferenceEquality")
    boolean isRemembered(MailboxAddress mailbox) {
        return places[place(mailbox)] == mailbox;
    }

    void remember(MailboxAddress mailbox) {
        places[place(mailbox)] = mailbox;
    }

    void forgetAll() {
        Arrays.fill(places, NOBODY);
    }

    private static int place(MailboxAddress mailbox) {
        int hash = mailbox.hashCode();
        return (hash ^ hash >>> 12) & PLACES - 1;
    }
}
