package org.mimawari.connector.export.serverlog;

import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.export.serverlog.LogSource.Sighting;
import org.mimawari.evidence.MailAccess;
import org.mimawari.evidence.SignIn.Protocol;

/** Reads Courier's {@code LOGIN}, {@code LOGIN FAILED} and {@code LOGOUT} lines, to syslog or to standard error. */
final class CourierLines {

    private static final String[] PREFIXES = {"INFO: ", "ERR: ", "DEBUG: "};

    private final LogEvidence evidence;
    private final AuthFailures failures;

    CourierLines(LogEvidence evidence, AuthFailures failures) {
        this.evidence = evidence;
        this.failures = failures;
    }

    void read(LogLine line) {
        int body = line.message;
        for (String prefix : PREFIXES) {
            body += line.startsWith(body, prefix) ? prefix.length() : 0;
        }
        if (line.startsWith(body, "LOGIN FAILED, ")) {
            line.source.saw(Sighting.LOGIN_FAILURE);
            failures.submission(login(line, body));
        } else if (line.startsWith(body, "LOGIN, ")) {
            line.source.saw(Sighting.LOGIN);
            evidence.success(login(line, body), Set.of());
        } else if (line.startsWith(body, "LOGOUT, ") || line.startsWith(body, "TIMEOUT, ")
                || line.startsWith(body, "DISCONNECTED, ")) {
            line.source.saw(Sighting.SESSION_END);
            end(line, login(line, body));
        } else {
            return;
        }
        line.source.saw(Sighting.COURIER);
    }

    /** {@code user=u, ip=[::ffff:IP], port=[P], protocol=IMAP}: the address is looked for behind the user's name. */
    private static Login login(LogLine line, int body) {
        int ip = line.findLast(", ip=[", body);
        int user = line.find("user=", body, ip < 0 ? line.to : ip);
        String name = user < 0 ? "" : line.text(user + "user=".length(), ip < 0 ? line.stop(user, ",") : ip);
        boolean pop = line.startsWith(line.tagFrom, "pop3") || line.find(", protocol=POP3", body) > 0
                || line.find(", retr=", body) > 0;
        return new Login(line.point(), name,
                ip < 0 ? Optional.empty() : line.ip(ip + ", ip=[".length(), line.stop(ip + 6, "]")),
                pop ? Protocol.POP : Protocol.IMAP, Optional.empty(), Optional.empty());
    }

    private void end(LogLine line, Login login) {
        boolean pop = login.protocol() == Protocol.POP;
        long bytes = line.numberAfter(pop ? ", retr=" : ", body=", line.message);
        if (bytes > 0) {
            evidence.accept(new MailAccess(line.point().origin(LogEvidence.mailbox(login.user())),
                    pop ? MailAccess.Type.POP_SESSION : MailAccess.Type.IMAP_SESSION, 0, bytes, false, Optional.empty(),
                    LogEvidence.actor(login)));
        }
    }
}
