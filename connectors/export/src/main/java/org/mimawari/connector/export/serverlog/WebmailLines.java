package org.mimawari.connector.export.serverlog;

import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.export.serverlog.LogSource.Sighting;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.SignIn.Protocol;

/** Reads sign-ins in the logs of Roundcube ({@code userlogins}), SOGo and Zimbra ({@code audit.log}). */
final class WebmailLines {

    private static final String SUCCESS = "Successful login for ";
    private static final String FAILURE = "Failed login for ";
    private static final String SOGO = "SOGoRootPage ";
    private static final String ZIMBRA = " security - cmd=Auth;";
    private static final String[] LEVELS = {"INFO  [", "WARN  [", "INFO [", "WARN [", "ERROR ["};
    private static final int LONGEST_SESSION = 64;

    private final LogEvidence evidence;

    WebmailLines(LogEvidence evidence) {
        this.evidence = evidence;
    }

    /** True where the line's text is one of these. */
    static boolean isTypical(LogLine line, int at) {
        int text = behindSession(line, at);
        return line.startsWith(text, SUCCESS) || line.startsWith(text, FAILURE) || line.startsWith(at, "sogod [")
                || line.startsWith(at, SOGO) || isZimbra(line, at);
    }

    private static boolean isZimbra(LogLine line, int at) {
        for (String level : LEVELS) {
            if (line.startsWith(at, level)) {
                return line.find("] ", at) > 0;
            }
        }
        return false;
    }

    void read(LogLine line) {
        int text = behindSession(line, line.message);
        boolean success = line.startsWith(text, SUCCESS);
        if (success || line.startsWith(text, FAILURE)) {
            roundcube(line, text + (success ? SUCCESS.length() : FAILURE.length()), success);
        } else if (line.find(SOGO, line.message) >= 0) {
            sogo(line, line.find(SOGO, line.message) + SOGO.length());
        } else if (line.find(ZIMBRA, line.message) >= 0) {
            zimbra(line, line.find(ZIMBRA, line.message));
        }
    }

    /** {@code <session> }, which newer versions put before the text. */
    private static int behindSession(LogLine line, int at) {
        int close = line.at(at) == '<' ? line.find("> ", at, Math.min(line.to, at + LONGEST_SESSION)) : -1;
        return close < 0 ? at : close + 2;
    }

    /** {@code USER (ID: 1) from ADDRESS in session …}: a name may imitate what follows it, so the last counts. */
    private void roundcube(LogLine line, int user, boolean success) {
        int session = line.findLast(" in session ", user);
        int from = line.findLast(" from ", user, session < 0 ? line.to : session);
        if (from < 0) {
            return;
        }
        int name = success ? line.findLast(" (ID: ", user, from) : from;
        int end = session < 0 ? line.to : session;
        take(new Login(line.point(), line.text(user, name < 0 ? from : name), visitor(line, from + " from ".length(), end),
                Protocol.WEB, Optional.empty(), Optional.empty()), line, success);
    }

    /** The proxy's own header tells whom it serves; the list of forwarders may be made up by the visitor. */
    private static Optional<IpAddress> visitor(LogLine line, int from, int end) {
        int open = line.find("(", from, end);
        int real = open < 0 ? -1 : line.find("X-Real-IP: ", open, end);
        Optional<IpAddress> shown = real < 0 ? Optional.empty()
                : line.ip(real + "X-Real-IP: ".length(), line.stop(real + 11, ",)"));
        return shown.or(() -> line.ip(from, open < 0 ? Math.min(end, line.stop(from, " ")) : open));
    }

    private void sogo(LogLine line, int text) {
        boolean success = line.startsWith(text, "successful login from '");
        boolean failure = line.startsWith(text, "Login from '") && line.find(" might not have worked", text) > 0;
        int ip = line.find('\'', text) + 1;
        int ipEnd = line.find('\'', ip);
        int user = line.find("for user '", Math.max(text, ipEnd));
        int userEnd = success ? line.findLast("' - expire", text) : line.findLast("' might not", text);
        if ((success || failure) && user > 0) {
            int name = user + "for user '".length();
            take(new Login(line.point(), line.text(name, userEnd < 0 ? line.stop(name, "'") : userEnd),
                    forwarded(line, ip, ipEnd), Protocol.WEB, Optional.empty(), Optional.empty()), line, success);
        }
    }

    /** SOGo may list several addresses: the last is the one its own proxy saw. */
    private static Optional<IpAddress> forwarded(LogLine line, int from, int end) {
        int comma = line.findLast(", ", from, end);
        return line.ip(comma < 0 ? from : comma + 2, end);
    }

    private void zimbra(LogLine line, int text) {
        int account = line.find(" account=", text);
        if (account < 0) {
            return;
        }
        int name = account + " account=".length();
        int protocol = line.find(" protocol=", name);
        boolean success = line.find(" error=", name) < 0;
        Optional<IpAddress> ip = context(line, text, "oip=").or(() -> context(line, text, "ip="));
        take(new Login(line.point(), line.textUntil(name, ";"), ip,
                protocol(line, protocol < 0 ? line.to : protocol + " protocol=".length()),
                word(line, text, "ua="), Optional.empty()), line, success);
    }

    private static Protocol protocol(LogLine line, int at) {
        return line.startsWith(at, "imap") ? Protocol.IMAP : line.startsWith(at, "pop") ? Protocol.POP
                : line.startsWith(at, "smtp") ? Protocol.SMTP : Protocol.WEB;
    }

    private static Optional<IpAddress> context(LogLine line, int end, String key) {
        return word(line, end, key).map(text -> text.split(",")[0]).flatMap(IpAddress::find);
    }

    /** The value of a key in the brackets before the text. */
    private static Optional<String> word(LogLine line, int end, String key) {
        int first = line.find("[" + key, line.message, end);
        int later = line.find(";" + key, line.message, end);
        int at = first >= 0 ? first : later;
        return at < 0 ? Optional.empty() : LogEvidence.present(line.textUntil(at + 1 + key.length(), ";]"));
    }

    private void take(Login login, LogLine line, boolean success) {
        line.source.saw(Sighting.WEBMAIL);
        line.source.saw(success ? Sighting.WEB_LOGIN : Sighting.LOGIN_FAILURE);
        if (success) {
            evidence.success(login, Set.of());
        } else {
            evidence.failure(login, 1, Optional.empty());
        }
    }
}
