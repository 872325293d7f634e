package org.mimawari.connector.export.serverlog;

import java.util.Optional;

/**
 * Reads header lines that Postfix logs on behalf of header_checks. The header is the sender's text; the envelope behind
 * it is looked for from the end.
 */
final class HeaderCheck {

    private HeaderCheck() {}

    /** The header's value, where it is this header. */
    static Optional<String> value(LogLine line, int name, String header) {
        if (!line.startsWith(name, header)) {
            return Optional.empty();
        }
        int from = name + header.length();
        int envelope = envelope(line, name);
        int end = line.findLast(" from ", from - 1, envelope < 0 ? line.to : envelope);
        return LogEvidence.present(line.text(from, end < 0 ? line.to : end).strip());
    }

    static Optional<String> helo(LogLine line, int name) {
        int helo = line.findLast(" helo=<", name);
        return helo < 0 ? Optional.empty() : LogEvidence.present(line.textUntil(helo + " helo=<".length(), ">"));
    }

    private static int envelope(LogLine line, int name) {
        int protocol = line.findLast(" proto=", name);
        return line.findLast("; from=<", name, protocol < 0 ? line.to : protocol);
    }
}
