package org.mimawari.connector.export.serverlog;

import java.util.EnumSet;
import java.util.Set;

/** A log file and what kinds of lines were met in it, which decides what it covers. */
final class LogSource {

    /** Kinds of lines that decide what a log can show. */
    enum Sighting {
        POSTFIX, DOVECOT, EXIM, CYRUS, COURIER, SENDMAIL, WEBMAIL, LOGIN, WEB_LOGIN, LOGIN_FAILURE, SMTP_LOGIN,
        SMTP_MESSAGE, SESSION_END, SESSION_BYTES, SIEVE, SIEVE_SESSION, MAIL_LOG, ACL
    }

    private final String name;
    private final Set<Sighting> seen = EnumSet.noneOf(Sighting.class);

    LogSource(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    void saw(Sighting sighting) {
        seen.add(sighting);
    }

    boolean has(Sighting sighting) {
        return seen.contains(sighting);
    }
}
