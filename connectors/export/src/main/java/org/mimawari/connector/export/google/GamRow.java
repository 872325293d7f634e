package org.mimawari.connector.export.google;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.mimawari.connector.export.CsvRow;

/** One row of a table that GAM printed, as the setting that Google's interface would have answered. */
record GamRow(JsonNode fields) {

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("forwardenabled", "enabled"), Map.entry("forwardto", "emailAddress"),
            Map.entry("delegateaddress", "delegateEmail"), Map.entry("delegationstatus", "verificationStatus"),
            Map.entry("contactsonly", "restrictToContacts"), Map.entry("domainonly", "restrictToDomain"),
            Map.entry("message", "responseBodyPlainText"), Map.entry("replyto", "replyToAddress"),
            Map.entry("responsebody", "responseBodyPlainText"), Map.entry("status", "verificationStatus"));
    private static final Map<String, String> ADDED = Map.of("trash", "TRASH", "star", "STARRED", "important",
            "IMPORTANT",
            "spam", "SPAM");
    private static final Map<String, String> REMOVED = Map.of("archive", "INBOX", "markread", "UNREAD", "neverspam",
            "SPAM",
            "notimportant", "IMPORTANT");

    static GamRow of(CsvRow row, GamTable table) {
        Optional<JsonNode> json = row.find("JSON").map(JsonTree::inner).filter(JsonNode::isObject);
        if (json.isPresent()) {
            return new GamRow(json.get());
        }
        boolean filter = table.kind().filter(SettingKind.FILTER::equals).isPresent();
        if (table.kind().filter(SettingKind.VACATION::equals).isPresent()) {
            ObjectNode vacation = plain(row);
            row.find("enabled").ifPresent(on -> vacation.put("enableAutoReply", on));
            row.find("subject").ifPresent(subject -> vacation.put("responseSubject", subject));
            return new GamRow(vacation);
        }
        return new GamRow(filter ? filter(row) : plain(row));
    }

    private static ObjectNode plain(CsvRow row) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (int at = 0; at < row.columns().size() && at < row.fields().size(); at++) {
            String column = row.columns().get(at).strip();
            String value = row.fields().get(at).strip();
            if (!value.isEmpty() && !column.equalsIgnoreCase("user")) {
                fields.put(NAMES.getOrDefault(column.toLowerCase(Locale.ROOT), column), value);
            }
        }
        return fields;
    }

    private static ObjectNode filter(CsvRow row) {
        ObjectNode filter = JsonNodeFactory.instance.objectNode();
        ObjectNode criteria = JsonNodeFactory.instance.objectNode();
        ObjectNode action = JsonNodeFactory.instance.objectNode();
        ArrayNode added = action.putArray("addLabelIds");
        ArrayNode removed = action.putArray("removeLabelIds");
        row.find("id").ifPresent(id -> filter.put("id", id));
        for (int at = 0; at < row.columns().size() && at < row.fields().size(); at++) {
            String value = row.fields().get(at).strip();
            if (!value.isEmpty()) {
                cell(bare(row.columns().get(at)), value, criteria, action);
            }
        }
        if (!criteria.isEmpty() || row.find("error").isPresent()) {
            filter.set("criteria", criteria);
        }
        if (added.size() + removed.size() + (action.has("forward") ? 1 : 0) > 0) {
            filter.set("action", action);
        }
        return filter;
    }

    private static String bare(String column) {
        String name = column.strip().toLowerCase(Locale.ROOT);
        return name.startsWith("criteria.") ? name.substring(9) : name.startsWith("action.") ? name.substring(7) : name;
    }

    /** GAM writes a cell as it would be typed: {@code from alice@example.jp}, {@code label Invoices}, {@code trash}. */
    private static void cell(String column, String raw, ObjectNode criteria, ObjectNode action) {
        boolean typed = raw.regionMatches(true, 0, column + " ", 0, column.length() + 1);
        String value = typed ? raw.substring(column.length() + 1).strip() : raw;
        boolean no = value.equalsIgnoreCase("false");
        switch (column) {
            case "from", "to", "subject", "query" -> criteria.put(column, value);
            case "negatedquery" -> criteria.put("negatedQuery", value);
            case "hasattachment" -> criteria.put("hasAttachment", !no);
            case "size" -> size(value, criteria);
            case "sizecomparison" -> criteria.put("sizeComparison", value.toLowerCase(Locale.ROOT));
            case "forward" -> action.put("forward", value);
            case "label" -> action.withArray("addLabelIds").add(value);
            default -> labels(column, value, no, action);
        }
    }

    private static void labels(String column, String value, boolean no, ObjectNode action) {
        boolean listed = column.startsWith("addlabelids") || column.startsWith("removelabelids");
        if (listed) {
            Scopes.split(value).forEach(action.withArray(column.startsWith("add")
                    ? "addLabelIds" : "removeLabelIds")::add);
        } else if (!no && ADDED.containsKey(column)) {
            action.withArray("addLabelIds").add(ADDED.get(column));
        } else if (!no && REMOVED.containsKey(column)) {
            action.withArray("removeLabelIds").add(REMOVED.get(column));
        }
    }

    /** {@code larger 1048576}, {@code smaller 10k}. */
    private static void size(String value, ObjectNode criteria) {
        String text = value.toLowerCase(Locale.ROOT);
        if (text.contains("smaller")) {
            criteria.put("sizeComparison", "smaller");
        }
        int blank = text.lastIndexOf(' ');
        String number = text.substring(blank + 1);
        long factor = number.endsWith("m") ? 1L << 20 : number.endsWith("k") ? 1L << 10 : 1;
        long size = EventParameters.whole(factor > 1 ? number.substring(0, number.length() - 1) : number);
        if (size >= 0 && size < 1L << 40) {
            criteria.put("size", Long.toString(size * factor));
        }
    }
}
