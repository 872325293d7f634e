package org.mimawari.simulator.graph;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers requests for lists, page by page, and for single objects; runs audit searches. */
final class GraphLists {

    private static final int USUAL_PAGE = 100;
    private static final String SEARCHES = "security/auditLog/queries";
    private static final Pattern BOUND = Pattern.compile("(\\w+DateTime) (ge|gt|lt|le) ([0-9TZ:.+-]+)");
    private static final Pattern TYPE = Pattern.compile("signInEventTypes/any\\(t: t eq '(\\w+)'\\)");
    private static final Pattern FILTER = Pattern.compile("\"(filterStartDateTime|filterEndDateTime)\":\"([^\"]+)\"");

    private final GraphTenant tenant;
    private final GraphAccess access;
    private final ExchangeCommands commands;
    private volatile String address;
    private final Map<String, String> searches = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> looks = new ConcurrentHashMap<>();

    GraphLists(GraphTenant tenant, GraphAccess access, String address) {
        this.tenant = tenant;
        this.access = access;
        this.commands = new ExchangeCommands(tenant);
        this.address = address;
    }

    void seenAs(String other) {
        address = other;
    }

    GraphReply answer(GraphRequest request) {
        String list = request.list();
        Optional<GraphReply> refused = access.refusal(list);
        if (refused.isPresent()) {
            return refused.get();
        }
        if (request.path().startsWith("adminapi/")) {
            ExchangeCommands.Shown shown = commands.run(request);
            return shown.refusal().orElseGet(() -> page(request, shown.items()));
        }
        if (list.startsWith(SEARCHES)) {
            return search(request, list);
        }
        if (!request.method().equals("GET")) {
            return GraphReply.error(405, "MethodNotAllowed", "this fake only shows");
        }
        Optional<List<GraphItem>> items = tenant.list(list);
        if (items.isPresent()) {
            return page(request, filtered(request, items.get()));
        }
        return tenant.object(list).map(json -> GraphReply.json(200, json)).orElseGet(() ->
                GraphReply.error(404, "Request_ResourceNotFound", "Resource '" + list + "' does not exist."));
    }

    private GraphReply search(GraphRequest request, String list) {
        if (request.method().equals("POST") && list.equals(SEARCHES)) {
            String id = String.format("%08d-0000-4000-8000-000000000000", searches.size() + 1);
            searches.put(id, request.body());
            // The service answers 201; its published description knows 200 only, which is as good.
            return GraphReply.json(200, status(id, "notStarted"));
        }
        if (list.equals(SEARCHES)) {
            return page(request, List.of());
        }
        String[] parts = list.substring(SEARCHES.length() + 1).split("/");
        Optional<String> asked = Optional.ofNullable(searches.get(parts[0]));
        if (asked.isEmpty()) {
            return GraphReply.error(404, "NotFound", "there is no such search");
        }
        if (parts.length == 1) {
            int look = looks.computeIfAbsent(parts[0], any -> new AtomicInteger()).getAndIncrement();
            return GraphReply.json(200, status(parts[0], look == 0 ? "running" : "succeeded"));
        }
        return page(request, found(asked.get()));
    }

    private static String status(String id, String status) {
        return GraphJson.object(json -> {
            json.writeStringField("id", id);
            json.writeStringField("displayName", "search");
            json.writeStringField("status", status);
        });
    }

    private List<GraphItem> found(String asked) {
        Instant from = Instant.MIN;
        Instant to = Instant.MAX;
        Matcher matcher = FILTER.matcher(asked);
        while (matcher.find()) {
            Instant time = Instant.parse(matcher.group(2));
            from = matcher.group(1).equals("filterStartDateTime") ? time : from;
            to = matcher.group(1).equals("filterEndDateTime") ? time : to;
        }
        List<GraphItem> found = new ArrayList<>();
        for (GraphItem item : tenant.audit()) {
            if (!item.time().isBefore(from) && item.time().isBefore(to)) {
                found.add(item);
            }
        }
        return found;
    }

    /** Beta shows interactive sign-ins only, unless it is asked for another type; v1.0 shows no others at all. */
    private static List<GraphItem> filtered(GraphRequest request, List<GraphItem> items) {
        String filter = request.query().getOrDefault("$filter", "");
        Matcher type = TYPE.matcher(filter);
        String wanted = type.find() ? type.group(1) : "";
        List<GraphItem> kept = new ArrayList<>();
        for (GraphItem item : items) {
            if (isWithin(item, filter) && item.type().equals(wanted)) {
                kept.add(item);
            }
        }
        return kept;
    }

    private static boolean isWithin(GraphItem item, String filter) {
        Matcher bound = BOUND.matcher(filter);
        while (bound.find()) {
            Instant time = Instant.parse(bound.group(3));
            boolean within = switch (bound.group(2)) {
                case "ge" -> !item.time().isBefore(time);
                case "gt" -> item.time().isAfter(time);
                case "lt" -> item.time().isBefore(time);
                default -> !item.time().isAfter(time);
            };
            if (!within) {
                return false;
            }
        }
        return true;
    }

    private GraphReply page(GraphRequest request, List<GraphItem> items) {
        int size = Integer.parseInt(request.query().getOrDefault("$top", String.valueOf(USUAL_PAGE)));
        int from = Math.min(items.size(), Integer.parseInt(request.query().getOrDefault("$skiptoken", "0")));
        int to = Math.min(items.size(), from + size);
        StringBuilder body = new StringBuilder("{\"@odata.context\":\"").append(address).append("/v1.0/$metadata#list\"");
        if (request.query().containsKey("$count")) {
            body.append(",\"@odata.count\":").append(items.size());
        }
        if (to < items.size()) {
            body.append(",\"@odata.nextLink\":\"").append(next(request, to)).append('"');
        }
        body.append(",\"value\":[");
        for (int i = from; i < to; i++) {
            body.append(i > from ? "," : "").append(items.get(i).json());
        }
        return GraphReply.json(200, body.append("]}").toString());
    }

    private String next(GraphRequest request, int from) {
        StringBuilder link = new StringBuilder(address).append('/').append(request.path()).append('?');
        request.query().forEach((name, value) -> link.append(name.equals("$skiptoken") ? "" : name + "="
                + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20") + "&"));
        return link.append("$skiptoken=").append(from).toString();
    }
}
