package org.mimawari.connector.export.serverlog;

/** Lines that carry no time of their own: container output and Courier's standard error. */
final class Unstamped {

    private static final String[] COURIER = {"INFO: LOGIN", "INFO: LOGOUT", "INFO: TIMEOUT", "INFO: DISCONNECTED",
        "INFO: Connection", "DEBUG: Connection", "ERR: LOGIN", "LOGIN, user=", "LOGIN FAILED, ", "LOGOUT, user="};
    private static final String[] NOTES = {" ", "\t", "-- ", "LOG: "};

    private Unstamped() {}

    /**
     * Recognises the line by its beginning; false where it belongs to no log. Behind a container's name any text is a
     * line of some program.
     */
    static boolean frame(LogLine line, int start) {
        line.message = start;
        if (DovecotService.isBare(line, start)) {
            line.program = MailProgram.DOVECOT;
            return true;
        }
        if (line.startsWith(start, "postfix/") && postfix(line, start)) {
            line.program = MailProgram.POSTFIX;
            return true;
        }
        if (any(line, start, COURIER)) {
            line.program = MailProgram.COURIER;
            return true;
        }
        boolean ofContainer = start > line.from && line.at(line.from) != 0;
        return (ofContainer || any(line, start, NOTES)) && isText(line, start);
    }

    private static boolean postfix(LogLine line, int start) {
        int bracket = line.stop(start, "[: ");
        int colon = line.find(": ", bracket);
        line.tagFrom = start;
        line.tagTo = bracket;
        line.pid = (int) Math.max(0, line.at(bracket) == '[' ? line.number(bracket + 1) : 0);
        line.message = colon < 0 ? line.to : colon + 2;
        return colon >= 0 && colon - bracket < 12;
    }

    private static boolean any(LogLine line, int start, String[] beginnings) {
        for (String beginning : beginnings) {
            if (line.startsWith(start, beginning)) {
                return true;
            }
        }
        return false;
    }

    /** Continuation lines hold text; binary rubbish does not pass for one. */
    private static boolean isText(LogLine line, int start) {
        for (int i = start; i < line.to; i++) {
            int c = line.at(i);
            if (c < ' ' && c != '\t' && c != 27 && c != '\r') {
                return false;
            }
        }
        return true;
    }
}
