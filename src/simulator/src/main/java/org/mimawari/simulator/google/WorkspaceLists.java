package org.mimawari.simulator.google;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Answers for what an organisation holds as Google's APIs do: scopes, pages, windows of time, history. */
final class WorkspaceLists {

    private static final Map<String, String> NAMES = Map.of("users", "users", "filters", "filter", "domains", "domains",
            "forwardingAddresses", "forwardingAddresses", "sendAs", "sendAs", "delegates", "delegates", "alerts", "alerts");
    private static final int MOST = 100;

    private final StoredWorkspace stored;
    private volatile boolean hasHistory = true;

    WorkspaceLists(StoredWorkspace stored) {
        this.stored = stored;
    }

    void forgetHistory() {
        hasHistory = false;
    }

    WorkspaceReply answer(WorkspaceRequest request) {
        if (!request.method().equals("GET")) {
            return WorkspaceReply.error(405, "methodNotAllowed", "Method Not Allowed");
        }
        if (!isAllowed(request)) {
            return WorkspaceReply.error(403, "insufficientPermissions", "Request had insufficient authentication scopes.");
        }
        return request.path().startsWith("gmail/v1/") ? mail(request) : found(request);
    }

    private static boolean isAllowed(WorkspaceRequest request) {
        String path = request.path();
        Set<String> any = path.startsWith("gmail/v1/") ? path.contains("/settings/") || path.endsWith("/labels")
                ? Set.of("gmail.readonly") : Set.of("gmail.readonly", "gmail.metadata")
                : path.startsWith("admin/reports/") ? Set.of("admin.reports.audit.readonly")
                : path.startsWith("v1beta1/") ? Set.of("apps.alerts")
                : path.endsWith("/domains") ? Set.of("admin.directory.domain.readonly")
                : path.endsWith("/tokens") || path.endsWith("/asps") ? Set.of("admin.directory.user.security")
                : Set.of("admin.directory.user.readonly");
        return any.contains(request.scope());
    }

    private WorkspaceReply mail(WorkspaceRequest request) {
        String user = request.path().split("/")[3];
        if (!user.equals(request.subject())) {
            return WorkspaceReply.error(403, "forbidden", "Delegation denied for " + request.subject());
        }
        String rest = request.path().substring(("gmail/v1/users/" + user + "/").length());
        return switch (rest) {
            case "profile" -> WorkspaceReply.json(200, "{\"emailAddress\":\"" + user + "\",\"historyId\":\"" + stored.history() + "\"}");
            case "messages" -> page(request, "messages", stored.sent(user).stream()
                    .map(sent -> "{\"id\":\"" + sent.id() + "\",\"threadId\":\"" + sent.id() + "\"}").toList());
            case "history" -> history(request, user);
            default -> found(request);
        };
    }

    private WorkspaceReply history(WorkspaceRequest request, String user) {
        if (!hasHistory) {
            return WorkspaceReply.error(404, "notFound", "Requested entity was not found.");
        }
        long since = Long.parseLong(request.query().getOrDefault("startHistoryId", "0"));
        return page(request, "history", stored.sent(user).stream().filter(sent -> sent.history() > since)
                .map(sent -> "{\"id\":\"" + sent.history() + "\",\"messagesAdded\":[{\"message\":{\"id\":\"" + sent.id()
                        + "\",\"labelIds\":[\"SENT\"]}}]}").toList());
    }

    private WorkspaceReply found(WorkspaceRequest request) {
        Optional<String> single = stored.single(request.path());
        if (single.isPresent()) {
            return WorkspaceReply.json(200, single.get());
        }
        String last = request.path().substring(request.path().lastIndexOf('/') + 1);
        boolean deleted = request.query().containsKey("showDeleted");
        Optional<List<WorkspaceItem>> list = stored.list(deleted ? "deleted" : request.path());
        boolean empty = deleted || request.path().startsWith("admin/reports/") || last.equals("alerts") || last.equals("domains");
        if (list.isEmpty() && !empty) {
            return WorkspaceReply.error(404, "notFound", "Resource Not Found");
        }
        return page(request, NAMES.getOrDefault(last, "items"), within(request, list.orElse(List.of())));
    }

    private static List<String> within(WorkspaceRequest request, List<WorkspaceItem> items) {
        if (!request.query().containsKey("startTime")) {
            return items.stream().map(WorkspaceItem::json).toList();
        }
        Instant from = Instant.parse(request.query().get("startTime"));
        Instant to = Instant.parse(request.query().get("endTime"));
        return items.stream().filter(item -> !item.time().isBefore(from) && item.time().isBefore(to))
                .sorted(Comparator.comparing(WorkspaceItem::time).reversed()).map(WorkspaceItem::json).toList();
    }

    private static WorkspaceReply page(WorkspaceRequest request, String name, List<String> items) {
        int from = Integer.parseInt(request.query().getOrDefault("pageToken", "0"));
        int asked = Integer.parseInt(request.query().getOrDefault("maxResults", Integer.toString(MOST)));
        int to = Math.min(items.size(), from + Math.min(asked, MOST));
        String list = items.isEmpty() ? "" : ",\"" + name + "\":["
                + items.subList(Math.min(from, to), to).stream().collect(Collectors.joining(",")) + "]";
        String next = to < items.size() ? ",\"nextPageToken\":\"" + to + "\"" : "";
        return WorkspaceReply.json(200, "{\"kind\":\"fake#" + name + "\"" + list + next + "}");
    }
}
