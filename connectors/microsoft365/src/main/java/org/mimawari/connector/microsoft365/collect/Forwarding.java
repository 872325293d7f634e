package org.mimawari.connector.microsoft365.collect;

import org.mimawari.connector.export.tree.Tree;
import org.mimawari.live.Missed;
import org.mimawari.live.Reason;

/** Whether mailboxes were shown with their forwarding: where the properties are missing it was not looked at. */
final class Forwarding {

    static final Missed MISSING = Missed.of(Reason.NOT_VISIBLE,
            "mailboxes were shown without the properties of forwarding", false);

    private boolean there;

    void saw(Tree mailbox) {
        there |= mailbox.hasAll("ForwardingSmtpAddress", "ForwardingAddress");
    }

    boolean isThere() {
        return there;
    }
}
