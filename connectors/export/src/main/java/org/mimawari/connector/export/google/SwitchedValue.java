package org.mimawari.connector.export.google;

import java.util.List;
import java.util.Set;

/** The old and the new value of a changed setting, and whether the change opens or closes something. */
record SwitchedValue(String before, String after) {

    private static final Set<String> OFF = Set.of("false", "off", "disabled", "disable", "none", "no", "0", "inactive",
            "not_enforced", "never");
    private static final Set<String> ON = Set.of("true", "on", "enabled", "enable", "yes", "1", "active", "always");
    /** From nothing to everything; a value that holds one of these words stands there. */
    private static final List<List<String>> WIDTH = List.of(
            List.of("no_sharing", "not_allowed", "disallow", "disabled", "none", "false", "off", "private",
                    "prohibited"),
            List.of("default", "inherit"),
            List.of("freebusy", "free_busy", "internal", "domain", "trusted", "allowlist", "whitelist"),
            List.of("read_only", "view", "reader"),
            List.of("read_write", "edit", "writer", "warning"),
            List.of("manage", "owner", "allowed", "true", "external", "anyone", "public", "everyone", "on"));

    static SwitchedValue of(ActivityEvent event) {
        EventParameters parameters = event.parameters();
        String after = parameters.word("NEW_VALUE", "new_value", "value");
        boolean named = after.isEmpty() && event.word().startsWith("toggle");
        return new SwitchedValue(parameters.word("OLD_VALUE", "old_value"),
                named ? parameters.word("CHANGE", "STATE") : after);
    }

    boolean isOff() {
        return OFF.contains(after.strip());
    }

    boolean isOn() {
        return ON.contains(after.strip());
    }

    /** True where more people or more rights are let in than before; unknown values are no widening. */
    boolean widens() {
        int to = width(after);
        return to >= 0 && to > width(before) && to > 1;
    }

    private static int width(String value) {
        for (int rank = WIDTH.size() - 1; rank >= 0; rank--) {
            if (holds(value, WIDTH.get(rank))) {
                boolean denied = holds(value, WIDTH.get(0));
                return denied ? 0 : rank;
            }
        }
        return -1;
    }

    private static boolean holds(String value, List<String> words) {
        String text = "_" + value.strip().replace(' ', '_').replace('-', '_') + "_";
        return words.stream()
                .anyMatch(word -> text.contains("_" + word + "_") || word.length() > 3 && text.contains(word));
    }
}
