package org.mimawari.message.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the fields of a delivery-status (RFC 3464 §2) or feedback-report (RFC 5965 §3) part: groups of fields parted by
 * blank lines. Forgives missing blank lines, unfolded continuations and spaces before the colon.
 */
final class StatusFields {

    private static final int MOST_GROUPS = 1_100;
    private static final int LONGEST_VALUE = 4_000;
    private static final Set<String> RECIPIENT = Set.of("final-recipient", "original-recipient", "action", "status",
            "diagnostic-code", "remote-mta");

    private final List<Map<String, String>> groups = new ArrayList<>();
    private Map<String, String> open = new LinkedHashMap<>();
    private String last = "";

    private StatusFields() {}

    /** The groups, each with names in lower case; the first of several equal fields counts. */
    static List<Map<String, String>> read(String text) {
        StatusFields fields = new StatusFields();
        text.lines().forEach(fields::line);
        fields.close();
        return fields.groups;
    }

    /** True for a group about a recipient. */
    static boolean isRecipient(Map<String, String> group) {
        return group.containsKey("final-recipient") || group.containsKey("original-recipient")
                || group.containsKey("action") && (group.containsKey("status") || group.containsKey("diagnostic-code"));
    }

    /** What stands behind {@code dns;} or {@code rfc822;}. */
    static String untyped(String value) {
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(semicolon + 1)).strip();
    }

    private void line(String line) {
        if (line.isBlank()) {
            close();
            return;
        }
        Optional<String> name = name(line);
        boolean folded = line.charAt(0) == ' ' || line.charAt(0) == '\t';
        if (folded && !last.isEmpty() || name.isEmpty()) {
            extend(line.strip());
            return;
        }
        begin(name.get(), line.substring(line.indexOf(':') + 1).strip());
    }

    private void begin(String name, String value) {
        boolean again = RECIPIENT.contains(name) && open.containsKey(name)
                && (name.equals("final-recipient") || name.equals("action"));
        if (again) {
            close();
        }
        open.putIfAbsent(name, value);
        last = name;
    }

    private void extend(String more) {
        String value = open.getOrDefault(last, "");
        if (!last.isEmpty() && value.length() < LONGEST_VALUE) {
            open.put(last, value + " " + more);
        }
    }

    private void close() {
        if (!open.isEmpty() && groups.size() < MOST_GROUPS) {
            groups.add(open);
        }
        open = new LinkedHashMap<>();
        last = "";
    }

    private static Optional<String> name(String line) {
        int colon = line.indexOf(':');
        if (colon <= 0 || colon > 60) {
            return Optional.empty();
        }
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        boolean fits = !name.isEmpty() && name.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9'
                || c == '-');
        return fits && !Character.isDigit(name.charAt(0)) ? Optional.of(name) : Optional.empty();
    }
}
