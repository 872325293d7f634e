package org.mimawari.connector.export.serverlog;

import java.util.Optional;
import org.mimawari.connector.export.serverlog.LogSource.Sighting;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.SignIn.Protocol;

/**
 * Reads what Dovecot's password databases say: {@code passwd-file(user,IP,<session>): Password mismatch} (2.2, 2.3) and
 * {@code auth(user,IP,sasl:plain)<session>: users: Password mismatch} (2.4). The reason may be followed by the password
 * that was typed; nothing of it is kept.
 */
final class DovecotAuthLines {

    /** Somebody signed in with a master password in the user's name. */
    record Master(String user, Optional<String> session) {}

    private static final String MASTER = "Master user logging in as ";
    private static final String[] MISMATCHES = {"Password mismatch", "password mismatch", "pam_authenticate() failed",
        "Authentication failure", "authentication failure", "invalid credentials", "Invalid credentials",
        "Invalid password", "invalid password", "Login failed", "bind failed", "Invalid bind", "Credentials mismatch"};
    private static final String[] UNKNOWN = {"unknown user", "Unknown user", "User unknown", "user not found"};

    private final AuthFailures failures;
    private final Sessions sessions;

    DovecotAuthLines(AuthFailures failures, Sessions sessions) {
        this.failures = failures;
        this.sessions = sessions;
    }

    /** Reads the line; gives the sign-in of a master user where it tells of one. */
    Optional<Master> read(LogLine line, int nameEnd) {
        boolean named = line.at(nameEnd) == '(' && line.find(",", nameEnd, line.stop(nameEnd, ")")) > 0;
        return named ? generation24(line, nameEnd) : generation23(line, nameEnd);
    }

    private Optional<Master> generation24(LogLine line, int nameEnd) {
        int close = closing(line, nameEnd + 1);
        if (close < 0) {
            return Optional.empty();
        }
        String inside = line.text(nameEnd + 1, close);
        int colon = line.find(": ", close);
        boolean inSession = line.at(close + 1) == '<';
        String session = inSession ? line.textUntil(close + 2, ">") : "";
        int body = colon < 0 ? line.to : DovecotLines.behindLevel(line, colon + 2);
        int database = line.stop(body, ":( ");
        int reason = line.at(database) == ':' ? database + 2 : body;
        Credentials credentials = Credentials.of(inside).in(session);
        return judged(line, credentials, line.text(body, database), reason);
    }

    private Optional<Master> generation23(LogLine line, int nameEnd) {
        int body = DovecotLines.behindLevel(line, line.find(": ", nameEnd) + 2);
        if (line.startsWith(body, "conn ")) {
            int worker = line.find(": auth-worker<", body);
            body = worker < 0 ? body : DovecotLines.behindLevel(line, line.find(": ", worker + 2) + 2);
        }
        if (line.startsWith(body, MASTER)) {
            return judged(line, Credentials.NONE, "", body);
        }
        int open = line.stop(body, "( ");
        int close = line.at(open) == '(' ? closing(line, open + 1) : -1;
        if (close < 0 || line.at(close + 1) != ':') {
            return Optional.empty();
        }
        return judged(line, Credentials.of(line.text(open + 1, close)), line.text(body, open), close + 3);
    }

    private Optional<Master> judged(LogLine line, Credentials who, String database, int reason) {
        if (line.startsWith(reason, MASTER)) {
            return Optional.of(new Master(line.text(reason + MASTER.length(), line.to).strip(), who.session()));
        }
        boolean unknown = startsWithAny(line, reason, UNKNOWN);
        if (unknown || startsWithAny(line, reason, MISMATCHES)) {
            line.source.saw(Sighting.LOGIN_FAILURE);
            Login login = new Login(line.point(), who.user(), who.ip(), Protocol.UNKNOWN, Optional.empty(),
                    who.session());
            Optional<String> code = unknown ? Optional.of("unknown user") : Optional.empty();
            failures.database(sessions.completed(login), database, code);
        }
        return Optional.empty();
    }

    /** The parenthesis that closes the list of user, address and session: the first that a colon or session follows. */
    private static int closing(LogLine line, int start) {
        for (int at = line.find(')', start); at >= 0; at = line.find(')', at + 1)) {
            if (line.at(at + 1) == ':' || line.at(at + 1) == '<') {
                return at;
            }
        }
        return -1;
    }

    private static boolean startsWithAny(LogLine line, int at, String[] beginnings) {
        for (String beginning : beginnings) {
            if (line.startsWith(at, beginning)) {
                return true;
            }
        }
        return false;
    }

    /** {@code user,IP,<session>} with further words; the user's name may hold commas, so it is read from the right. */
    private record Credentials(String user, Optional<IpAddress> ip, Optional<String> session) {

        private static final Credentials NONE = new Credentials("", Optional.empty(), Optional.empty());

        static Credentials of(String inside) {
            String rest = inside;
            Optional<String> session = Optional.empty();
            for (int comma = rest.lastIndexOf(','); comma >= 0; comma = rest.lastIndexOf(',')) {
                String last = rest.substring(comma + 1).strip();
                rest = rest.substring(0, comma);
                Optional<IpAddress> ip = IpAddress.find(last);
                if (ip.isPresent()) {
                    return new Credentials(rest, ip, session);
                }
                boolean bracketed = last.startsWith("<") && last.endsWith(">") && last.length() > 2;
                session = bracketed ? Optional.of(last.substring(1, last.length() - 1)) : session;
            }
            return new Credentials(inside.indexOf(',') < 0 ? inside : rest, Optional.empty(), session);
        }

        Credentials in(String otherSession) {
            return otherSession.isEmpty() ? this : new Credentials(user, ip, Optional.of(otherSession));
        }
    }
}
