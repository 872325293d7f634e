package org.mimawari.connector.export.serverlog;

import java.util.Optional;

/**
 * What an IMAP client calls itself (RFC 2971), as one text: {@code Thunderbird 115.6.0}. The client may lie, and may
 * write anything.
 */
final class ClientName {

    private static final int LONGEST = 200;

    private ClientName() {}

    /** From Dovecot's {@code name=Thunderbird, version=115.6.0} between two positions. */
    static Optional<String> find(LogLine line, int start, int end) {
        String text = line.text(start, end < 0 ? line.to : end);
        String name = value(text, "name=");
        return of(name.isEmpty() ? value(text, "vendor=") : name, value(text, "version="));
    }

    static Optional<String> of(String name, String version) {
        String joined = (name + " " + version).strip();
        return LogEvidence.present(joined.length() > LONGEST ? joined.substring(0, LONGEST) : joined);
    }

    private static String value(String text, String key) {
        int at = text.startsWith(key) ? 0 : text.indexOf(", " + key);
        if (at < 0) {
            return "";
        }
        int from = text.indexOf('=', at) + 1;
        int comma = text.indexOf(", ", from);
        return text.substring(from, comma < 0 ? text.length() : comma).strip();
    }
}
