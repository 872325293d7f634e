package org.mimawari.connector.microsoft365;

import java.time.Instant;
import java.util.List;
import org.mimawari.simulator.graph.GraphItem;
import org.mimawari.simulator.graph.GraphRecords;
import org.mimawari.simulator.graph.GraphRecords.SignIn;
import org.mimawari.simulator.graph.StoredTenant;

/** A tenant of a few mailboxes, each with a rule and a sent message, and some sign-ins of yesterday. */
final class SmallTenant {

    static final String DOMAIN = "shop.example";

    private SmallTenant() {}

    static StoredTenant of(int mailboxes, int signIns) {
        StoredTenant tenant = new StoredTenant();
        tenant.add("domains", GraphItem.of("{\"id\":\"" + DOMAIN + "\",\"isVerified\":true}"));
        Instant day = Tenants.NOW.minusSeconds(86_400);
        for (int i = 1; i <= mailboxes; i++) {
            tenant.mailbox(id(i), address(i));
            tenant.add("users/" + id(i) + "/mailFolders/inbox/messageRules",
                    GraphItem.of(GraphRecords.hidingRule("rule-" + i, "Rule " + i, List.of("invoice"), "folder")));
            tenant.add("users/" + id(i) + "/mailFolders/sentitems/messages", GraphItem.at(day,
                    GraphRecords.sent("sent-" + i, day, address(i), List.of("partner@other.example"), "Hello")));
        }
        for (int i = 1; i <= signIns; i++) {
            tenant.add("auditLogs/signIns", GraphItem.at(day.plusSeconds(i), signIn(i, day.plusSeconds(i))));
        }
        return tenant;
    }

    static String signIn(int number, Instant time) {
        return GraphRecords.signIn(new SignIn(String.format("%08d-0000-4000-8000-00000000000b", number), time, address(1),
                "192.0.2.10", "JP", 64_500, "Edge", "Outlook", "app", "", 0, true, ""));
    }

    static String address(int mailbox) {
        return "user" + mailbox + "@" + DOMAIN;
    }

    static String id(int mailbox) {
        return String.format("%08d-0000-4000-8000-000000000001", mailbox);
    }
}
