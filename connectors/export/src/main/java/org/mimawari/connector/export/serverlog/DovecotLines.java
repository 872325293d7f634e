package org.mimawari.connector.export.serverlog;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.export.serverlog.LogSource.Sighting;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.SignIn.Protocol;
import org.mimawari.evidence.SignInTrait;

/**
 * Reads lines of Dovecot 2.2 to 2.4. Everything a client may choose (user names, IMAP ID, subjects, Message-IDs) comes
 * before or between the fields that are read, so those are looked for from the safe end of the line.
 */
final class DovecotLines {

    private static final String[] LEVELS = {"Info: ", "Warning: ", "Error: ", "Debug: ", "Fatal: ", "Panic: "};
    private static final String[] LOGIN_ENDS = {"Disconnected", "Aborted login", "Login aborted", "Connection closed",
        "Too many", "Inactivity"};
    private static final int MASTER_SECONDS = 30;
    private static final int MOST_MASTERS = 1_000;

    private final LogEvidence evidence;
    private final AuthFailures failures;
    private final Sessions sessions;
    private final DovecotAuthLines auth;
    private final DovecotMailLines mail;
    private final Map<String, LogPoint> masters = new LinkedHashMap<>();

    DovecotLines(LogEvidence evidence, AuthFailures failures) {
        this.evidence = evidence;
        this.failures = failures;
        this.sessions = new Sessions(evidence);
        this.auth = new DovecotAuthLines(failures, sessions);
        this.mail = new DovecotMailLines(evidence, sessions);
    }

    void read(LogLine line) {
        int start = line.message;
        int nameEnd = DovecotService.end(line, start);
        if (nameEnd == start) {
            return;
        }
        line.source.saw(Sighting.DOVECOT);
        String service = line.text(start, nameEnd);
        switch (service) {
            case "imap-login" -> login(line, Protocol.IMAP, nameEnd);
            case "pop3-login" -> login(line, Protocol.POP, nameEnd);
            case "managesieve-login" -> login(line, Protocol.MANAGESIEVE, nameEnd);
            case "submission-login" -> login(line, Protocol.SMTP, nameEnd);
            case "auth", "auth-worker" -> authenticated(line, nameEnd);
            case "imap", "pop3", "lmtp", "lda", "deliver", "managesieve", "sieve", "submission" ->
                    mail.read(line, service, nameEnd);
            default -> { }
        }
    }

    void passTime(long now) {
        sessions.passTime(now);
    }

    void finish() {
        sessions.finish();
    }

    /** Behind {@code Info: } and its like, which Dovecot writes into its own file but not to syslog. */
    static int behindLevel(LogLine line, int at) {
        for (String level : LEVELS) {
            if (line.startsWith(at, level)) {
                return at + level.length();
            }
        }
        return at;
    }

    private void login(LogLine line, Protocol protocol, int nameEnd) {
        int body = behindLevel(line, line.stop(nameEnd, ":") + 2);
        if (line.startsWith(body, "Login: ") || line.startsWith(body, "Logged in: ") || isProxied(line, body)) {
            signedIn(fields(line, body, protocol));
        } else if (line.startsWith(body, "ID sent: ") || line.startsWith(body, "Pre-login ID sent: ")) {
            Optional<String> client = ClientName.find(line, line.find(": ", body) + 2, line.findLast(": user=<", body));
            sessions.client(fields(line, body, protocol).named("").with(client));
        } else if (endsLogin(line, body)) {
            failed(line, protocol, body);
        }
    }

    private static boolean isProxied(LogLine line, int body) {
        return (line.startsWith(body, "proxy(") || line.startsWith(body, "Proxying "))
                && (line.find("tarted proxying to ", body) > 0 || line.find("Proxying started", body) > 0);
    }

    private static boolean endsLogin(LogLine line, int body) {
        for (String end : LOGIN_ENDS) {
            if (line.startsWith(body, end)) {
                return true;
            }
        }
        return false;
    }

    private void signedIn(Login login) {
        login.point().source().saw(Sighting.LOGIN);
        Set<SignInTrait> traits = EnumSet.noneOf(SignInTrait.class);
        LogPoint master = masters.remove(login.user());
        if (master != null && !master.isOlder(login.point().millis(), MASTER_SECONDS)) {
            traits.add(SignInTrait.IN_ANOTHER_NAME);
        }
        failures.succeeded(login);
        sessions.signedIn(login, traits);
    }

    private void failed(LogLine line, Protocol protocol, int body) {
        int user = line.find(": user=<", body);
        int attempts = line.find("(auth failed, ", body, user < 0 ? line.to : user);
        if (attempts >= 0) {
            line.source.saw(Sighting.LOGIN_FAILURE);
            long count = line.number(attempts + "(auth failed, ".length());
            failures.service(fields(line, body, protocol), (int) Math.max(1, Math.min(count, 1_000_000)));
        }
    }

    private void authenticated(LogLine line, int nameEnd) {
        Optional<DovecotAuthLines.Master> master = auth.read(line, nameEnd);
        if (master.isEmpty()) {
            return;
        }
        if (master.get().session().isPresent()) {
            Login login = new Login(line.point(), master.get().user(), Optional.empty(), Protocol.UNKNOWN,
                    Optional.empty(), master.get().session());
            sessions.master(master.get().session().get(), login);
        } else if (masters.size() < MOST_MASTERS) {
            masters.put(master.get().user(), line.point());
        }
    }

    /** {@code user=<u>, method=PLAIN, rip=IP, lip=IP, …, session=<S>}; a hostile user name cannot shift the rest. */
    private static Login fields(LogLine line, int body, Protocol protocol) {
        int session = line.findLast("session=<", body);
        int rip = line.findLast(" rip=", body, session < 0 ? line.to : session);
        int limit = rip < 0 ? line.to : rip;
        int user = line.find("user=<", body, limit);
        int userEnd = line.findLast(">, method=", user < 0 ? body : user, limit);
        if (userEnd < 0) {
            userEnd = line.findLast(">", user < 0 ? body : user, limit);
        }
        String name = user < 0 || userEnd < 0 ? "" : line.text(user + "user=<".length(), userEnd);
        Optional<String> id = session < 0 ? Optional.empty()
                : LogEvidence.present(line.textUntil(session + "session=<".length(), ">"));
        Optional<IpAddress> ip = rip < 0 ? Optional.empty() : line.ip(rip + 5, line.stop(rip + 5, ", "));
        return new Login(line.point(), name, ip, protocol, Optional.empty(), id);
    }
}
