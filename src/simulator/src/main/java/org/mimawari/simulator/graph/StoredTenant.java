package org.mimawari.simulator.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A tenant whose lists and objects were put in one by one. More may come while it is served. */
public final class StoredTenant implements GraphTenant {

    private static final List<String> OF_TENANT = List.of("users", "domains", "auditLogs/signIns", "auditLogs/directoryAudits",
            "reports/authenticationMethods/userRegistrationDetails", "oauth2PermissionGrants", "servicePrincipals",
            "identityProtection/riskDetections", "identityProtection/riskyUsers", "admin/exchange/tracing/messageTraces",
            "directory/deletedItems/microsoft.graph.user");
    private static final String AUDIT = "audit";

    private final Map<String, List<GraphItem>> lists = new HashMap<>();
    private final Map<String, String> objects = new HashMap<>();

    public StoredTenant() {
        OF_TENANT.forEach(this::empty);
    }

    /** Puts a record at the end of a list. */
    public synchronized StoredTenant add(String list, GraphItem item) {
        lists.computeIfAbsent(list, any -> new ArrayList<>()).add(item);
        return this;
    }

    /** Makes the list be there, if only empty. */
    public synchronized StoredTenant empty(String list) {
        lists.put(list, new ArrayList<>());
        return this;
    }

    public synchronized StoredTenant put(String path, String json) {
        objects.put(path, json);
        return this;
    }

    /** Takes a list or an object away, with all that is below it. */
    public synchronized StoredTenant remove(String path) {
        lists.keySet().removeIf(list -> list.startsWith(path));
        objects.keySet().removeIf(object -> object.startsWith(path));
        return this;
    }

    /** Adds a record of the unified audit log. */
    public synchronized StoredTenant audit(GraphItem item) {
        return add(AUDIT, item);
    }

    /** Adds a user with a mailbox that has no rules and sent nothing. */
    public StoredTenant mailbox(String id, String address) {
        add("users", GraphItem.of(GraphRecords.user(id, address)));
        empty("users/" + id + "/mailFolders/inbox/messageRules");
        empty("users/" + id + "/mailFolders/sentitems/messages");
        empty("users/" + id + "/authentication/methods");
        put("users/" + id + "/mailboxSettings", GraphRecords.settings("user"));
        return this;
    }

    @Override
    public synchronized Optional<List<GraphItem>> list(String path) {
        return Optional.ofNullable(lists.get(path)).map(List::copyOf);
    }

    @Override
    public synchronized Optional<String> object(String path) {
        return Optional.ofNullable(objects.get(path));
    }

    @Override
    public synchronized List<GraphItem> audit() {
        return List.copyOf(lists.getOrDefault(AUDIT, List.of()));
    }
}
