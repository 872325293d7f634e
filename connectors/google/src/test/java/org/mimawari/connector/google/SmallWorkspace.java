package org.mimawari.connector.google;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.mimawari.simulator.google.StoredWorkspace;
import org.mimawari.simulator.google.WorkspaceItem;
import org.mimawari.simulator.google.WorkspaceRecords;
import org.mimawari.simulator.google.WorkspaceRecords.Who;

/** An organisation of a few users, each with a filter and a sent message, and some sign-ins of yesterday. */
final class SmallWorkspace {

    static final String DOMAIN = "shop.example";
    static final Instant DAY = Workspaces.NOW.minusSeconds(86_400);

    private SmallWorkspace() {}

    static StoredWorkspace of(int users, int signIns) {
        StoredWorkspace stored = new StoredWorkspace();
        stored.add("admin/directory/v1/customer/my_customer/domains",
                WorkspaceItem.of("{\"domainName\":\"" + DOMAIN + "\",\"verified\":true}"));
        for (int i = 1; i <= users; i++) {
            stored.user(address(i), WorkspaceRecords.user("id" + i, address(i), true));
            stored.setting(address(i), "filters", filter("f" + i));
            sent(stored, i, "m" + i, DAY);
        }
        for (int i = 1; i <= signIns; i++) {
            stored.activity("login", signIn(i, DAY.plusSeconds(i)));
        }
        return stored;
    }

    static String filter(String id) {
        return "{\"id\":\"" + id + "\",\"criteria\":{\"from\":\"news.example\"},\"action\":{\"addLabelIds\":[\"Label_1\"]}}";
    }

    static void sent(StoredWorkspace stored, int user, String id, Instant time) {
        stored.sent(address(user), id, WorkspaceRecords.sent(id, time, address(user), List.of("a@partner.example"), "Hello"));
    }

    static WorkspaceItem signIn(long number, Instant time) {
        return WorkspaceRecords.activity("login", number, time, new Who(address(1), "192.0.2.10", "JP", 64_500),
                WorkspaceRecords.event("login", "login_success", Map.of("login_type", "google_password",
                        "login_challenge_method", "password")));
    }

    static String address(int user) {
        return "user" + user + "@" + DOMAIN;
    }
}
