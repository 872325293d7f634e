package org.mimawari.connector.microsoft365;

import java.util.List;
import org.mimawari.simulator.graph.ExchangeRecords;
import org.mimawari.simulator.graph.GraphItem;
import org.mimawari.simulator.graph.StoredTenant;

/**
 * A small tenant whose Exchange answers commands: each mailbox has one visible rule, and the one Exchange itself
 * hides.
 */
final class ExchangeTenant {

    static final String THIEF = "out@keepsafe.example";

    private ExchangeTenant() {}

    static StoredTenant of(int mailboxes) {
        StoredTenant tenant = SmallTenant.of(mailboxes, 0);
        for (int i = 1; i <= mailboxes; i++) {
            answering(tenant, SmallTenant.address(i));
        }
        return tenant;
    }

    /** The tenant, whose Exchange knows the mailbox. */
    static StoredTenant answering(StoredTenant tenant, String address) {
        return tenant.add("exchange/Get-Mailbox", GraphItem.of(ExchangeRecords.mailbox(address, "", List.of())))
                .add("exchange/Get-MailboxPermission/" + address,
                        GraphItem.of(ExchangeRecords.mailboxPermission(address, "NT AUTHORITY\\SELF")))
                .add("exchange/Get-InboxRule/" + address, GraphItem.hidden(ExchangeRecords.junkRule()));
    }

    static String rules(int mailbox) {
        return "exchange/Get-InboxRule/" + SmallTenant.address(mailbox);
    }

    static GraphItem rule(String identity, String name) {
        return GraphItem.of(ExchangeRecords.forwardingRule(identity, name, "archive@shop.example"));
    }

    static GraphItem hiddenRule(String identity, String name) {
        return GraphItem.hidden(ExchangeRecords.forwardingRule(identity, name, THIEF));
    }
}
