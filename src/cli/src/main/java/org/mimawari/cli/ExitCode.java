package org.mimawari.cli;

import org.mimawari.indicator.Level;
import org.mimawari.scan.ScanResult;

/** What the process tells its caller; the words are those of {@code mimawari scan --help}. */
final class ExitCode {

    /** Nothing found, in full evidence. */
    static final int NOTHING_FOUND = 0;
    static final int INTERNAL_ERROR = 1;
    /** Wrong usage or configuration. */
    static final int USAGE = 2;
    /** An incident at or above the level asked for. */
    static final int INCIDENT = 3;
    /** Nothing found, but required evidence is missing. */
    static final int EVIDENCE_MISSING = 4;

    private ExitCode() {}

    static int of(ScanResult result, Level failOn) {
        boolean found = result.incidents().stream().anyMatch(incident -> incident.level().isAtLeast(failOn));
        if (found) {
            return INCIDENT;
        }
        return result.missing().isEmpty() && !result.mailboxes().isEmpty() ? NOTHING_FOUND : EVIDENCE_MISSING;
    }

    /** Of several tenants the worst counts: an incident, then a tenant that failed, then missing evidence. */
    static int worse(int one, int other) {
        return rank(one) >= rank(other) ? one : other;
    }

    private static int rank(int code) {
        return switch (code) {
            case INCIDENT -> 4;
            case INTERNAL_ERROR -> 3;
            case USAGE -> 2;
            case EVIDENCE_MISSING -> 1;
            default -> 0;
        };
    }
}
