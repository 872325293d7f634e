package org.mimawari.simulator.google;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** What an organisation holds: lists and single objects by their paths. Safe for several threads. */
public final class StoredWorkspace {

    /** A message that was sent, and where the mailbox's history stood then. */
    record Sent(long history, String id) {}

    private static final List<String> LISTS = List.of("filters", "forwardingAddresses", "sendAs", "delegates");

    private final Map<String, List<WorkspaceItem>> lists = new ConcurrentHashMap<>();
    private final Map<String, String> singles = new ConcurrentHashMap<>();
    private final Map<String, List<Sent>> sent = new ConcurrentHashMap<>();
    private final Set<String> users = new TreeSet<>();
    private final AtomicLong history = new AtomicLong(1_000);

    /** Adds a user whose mailbox has the settings of a new one. */
    public StoredWorkspace user(String address, String json) {
        users.add(address);
        add("admin/directory/v1/users", WorkspaceItem.of(json));
        String root = "gmail/v1/users/" + address + "/";
        LISTS.forEach(list -> lists.putIfAbsent(root + "settings/" + list, new CopyOnWriteArrayList<>()));
        add(root + "settings/sendAs", WorkspaceItem.of("{\"sendAsEmail\":\"" + address + "\",\"isPrimary\":true,\"isDefault\":true}"));
        put(root + "settings/autoForwarding", "{\"enabled\":false}");
        put(root + "settings/vacation", "{\"enableAutoReply\":false}");
        put(root + "settings/imap", "{\"enabled\":false,\"autoExpunge\":true,\"expungeBehavior\":\"archive\"}");
        put(root + "settings/pop", "{\"accessWindow\":\"disabled\",\"disposition\":\"leaveInInbox\"}");
        put(root + "labels", "{\"labels\":[{\"id\":\"Label_1\",\"name\":\"Filed\"}]}");
        lists.putIfAbsent("admin/directory/v1/users/" + address + "/tokens", new CopyOnWriteArrayList<>());
        lists.putIfAbsent("admin/directory/v1/users/" + address + "/asps", new CopyOnWriteArrayList<>());
        return this;
    }

    public StoredWorkspace add(String path, WorkspaceItem item) {
        lists.computeIfAbsent(path, any -> new CopyOnWriteArrayList<>()).add(item);
        return this;
    }

    /** Adds to one of the settings of a mailbox. */
    public StoredWorkspace setting(String address, String list, String json) {
        return add("gmail/v1/users/" + address + "/settings/" + list, WorkspaceItem.of(json));
    }

    /** Sets a switch of a mailbox. */
    public StoredWorkspace change(String address, String setting, String json) {
        return put("gmail/v1/users/" + address + "/settings/" + setting, json);
    }

    public StoredWorkspace activity(String log, WorkspaceItem item) {
        return add("admin/reports/v1/activity/users/all/applications/" + log, item);
    }

    /** Adds a message to a Sent folder; its JSON is what {@code messages.get} answers. */
    public StoredWorkspace sent(String address, String id, String json) {
        sent.computeIfAbsent(address, any -> new CopyOnWriteArrayList<>()).add(0, new Sent(history.incrementAndGet(), id));
        return put("gmail/v1/users/" + address + "/messages/" + id, json);
    }

    public StoredWorkspace put(String path, String json) {
        singles.put(path, json);
        return this;
    }

    /** All activities of a log, newest first. */
    public List<String> activities(String log) {
        return list("admin/reports/v1/activity/users/all/applications/" + log).orElse(List.of()).stream()
                .sorted((a, b) -> b.time().compareTo(a.time())).map(WorkspaceItem::json).toList();
    }

    Optional<List<WorkspaceItem>> list(String path) {
        return Optional.ofNullable(lists.get(path)).map(List::copyOf);
    }

    Optional<String> single(String path) {
        return Optional.ofNullable(singles.get(path));
    }

    List<Sent> sent(String address) {
        return List.copyOf(sent.getOrDefault(address, List.of()));
    }

    long history() {
        return history.get();
    }

    boolean hasUser(String address) {
        return users.contains(address);
    }
}
