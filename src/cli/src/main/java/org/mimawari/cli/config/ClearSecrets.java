package org.mimawari.cli.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The secrets that stand in a configuration themselves, where whoever reads or copies the file has them. */
final class ClearSecrets {

    private static final Set<String> NAMES = Set.of("password", "master-password", "client-certificate-password",
            "certificate-password", "state-password", "secret", "token", "key");
    /** Whoever has the address of one of these may post there. */
    private static final Set<String> CHATS = Set.of("slack", "teams");

    private final Set<String> found = new LinkedHashSet<>();

    /**
     * Looks at one setting.
     *
     * @param type of what the setting belongs to; empty where that has none
     * @param where file, line and name
     */
    void look(String type, String name, String value, String where) {
        boolean isSecret = NAMES.contains(name) || name.equals("url") && CHATS.contains(type)
                || name.equals("state") && value.toLowerCase(Locale.ROOT).contains("password=");
        if (isSecret && !value.isBlank() && !Secrets.isReference(value)) {
            found.add(where + " is a secret that stands here in clear: put it into an environment variable or into a "
                    + "file that only Mimawari may read, and write ${env:NAME} or ${file:PATH} instead");
        }
    }

    /** One sentence for each, which names it and never shows it. */
    List<String> sentences() {
        return List.copyOf(found);
    }
}
