package org.mimawari.connector.export.serverlog;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mimawari.connector.export.serverlog.LogSource.Sighting;
import org.mimawari.connector.export.serverlog.OpenMessage.Delivery;
import org.mimawari.connector.export.serverlog.OpenMessage.Entrance;
import org.mimawari.connector.export.serverlog.OpenMessage.Fate;
import org.mimawari.evidence.IpAddress;
import org.mimawari.evidence.SignIn.Protocol;

/**
 * Reads sendmail: {@code AUTH=server}, the {@code from=} and {@code to=} lines of messages, and the reports it returns.
 * Who authenticated is known by the process, which serves one connection.
 */
final class SendmailLines {

    private static final int MOST_SESSIONS = 4_096;
    private static final int MOST_LISTED = 1_000;
    private static final String AUTH = "AUTH=server, ";
    private static final String AUTH_FAILURE = "AUTH failure (";

    private final LogEvidence evidence;
    private final AuthFailures failures;
    private final OpenMessages messages;
    private final SentMail sent;
    private final OwnSide ownSide;
    private final LinkedHashMap<Long, Login> sessions = new LinkedHashMap<>();

    SendmailLines(LogEvidence evidence, AuthFailures failures, SentMail sent, OwnSide ownSide) {
        this.evidence = evidence;
        this.failures = failures;
        this.sent = sent;
        this.ownSide = ownSide;
        this.messages = new OpenMessages(sent::settle);
    }

    void finish() {
        messages.finish();
    }

    void read(LogLine line) {
        if (line.startsWith(line.message, AUTH)) {
            login(line);
            return;
        }
        int colon = line.stop(line.message, ": ");
        boolean hasId = line.at(colon) == ':' && line.at(colon + 1) == ' ';
        int body = hasId ? colon + 2 : line.message;
        if (line.startsWith(body, AUTH_FAILURE) || line.startsWith(line.message, AUTH_FAILURE)) {
            failure(line);
        } else if (hasId) {
            message(line, body, LineHash.with(LineHash.of(line.bytes, line.message, colon), line.host));
        }
    }

    private void message(LogLine line, int body, long key) {
        if (line.startsWith(body, "from=")) {
            arrival(line, body + "from=".length(), key);
        } else if (line.startsWith(body, "to=")) {
            delivery(line, body + "to=".length(), key);
        } else {
            int text = line.stop(body, ": ") + 2;
            boolean returned = line.startsWith(text, "DSN: ") || line.startsWith(text, "return to sender: ");
            messages.find(key).filter(any -> returned)
                    .ifPresent(original -> sent.bounced(original, line.point(), Optional.empty()));
        }
    }

    private void login(LogLine line) {
        int authid = line.findLast(", authid=", line.message);
        if (authid < 0) {
            return;
        }
        int mech = line.findLast(", mech=", authid);
        Login login = new Login(line.point(), line.text(authid + ", authid=".length(), mech < 0 ? line.to : mech),
                relay(line, line.message, authid), Protocol.SMTP, Optional.empty(), Optional.empty());
        line.source.saw(Sighting.SENDMAIL);
        line.source.saw(Sighting.SMTP_LOGIN);
        ownSide.learn(login.user());
        failures.succeeded(login.ip(), login.user());
        evidence.success(login, Set.of());
        sessions.remove(session(line));
        sessions.put(session(line), login);
        if (sessions.size() > MOST_SESSIONS) {
            sessions.remove(sessions.keySet().iterator().next());
        }
    }

    private void failure(LogLine line) {
        int user = line.find(", user=", line.message);
        line.source.saw(Sighting.SENDMAIL);
        line.source.saw(Sighting.LOGIN_FAILURE);
        failures.submission(new Login(line.point(), user < 0 ? "" : line.textUntil(user + ", user=".length(), ","),
                relay(line, line.message, line.to), Protocol.SMTP, Optional.empty(), Optional.empty()));
    }

    private void arrival(LogLine line, int from, long key) {
        line.source.saw(Sighting.SENDMAIL);
        line.source.saw(Sighting.SMTP_MESSAGE);
        sent.sawQueue();
        OpenMessage message = messages.begin(key, line.point());
        message.queued = true;
        int end = line.find(", size=", from);
        message.envelopeFrom = bare(line.text(from, end < 0 ? line.stop(from, ",") : end));
        message.size = Math.max(0, line.numberAfter(", size=", from));
        message.expect((int) Math.max(0, line.numberAfter(", nrcpts=", from)));
        message.ip = relay(line, from, line.to);
        Login login = sessions.get(session(line));
        if (login != null && login.ip().equals(message.ip)) {
            message.entrance = Entrance.AUTHENTICATED;
            message.user = login.user();
        } else if (message.ip.filter(IpAddress::isLocal).isPresent() || line.findLast("@localhost", from) > 0) {
            message.entrance = Entrance.OWN_HOST;
        }
        int id = line.find(", msgid=", from);
        messages.identify(message, id < 0 ? "" : line.textUntil(id + ", msgid=".length(), ", "));
    }

    private void delivery(LogLine line, int from, long key) {
        line.source.saw(Sighting.SENDMAIL);
        line.source.saw(Sighting.SMTP_MESSAGE);
        int end = line.find(", ", from);
        int stat = line.find(", stat=", from);
        if (end < 0 || stat < 0) {
            return;
        }
        Optional<Integer> dsn = Optional.of(line.find(", dsn=", from, stat)).filter(at -> at >= 0);
        String status = dsn.map(at -> line.textUntil(at + ", dsn=".length(), ",")).orElse("");
        boolean local = line.find(", mailer=local", from, stat) > 0;
        Fate fate = fate(status, line, stat + ", stat=".length());
        OpenMessage message = messages.get(key, line.point());
        for (String each : line.text(from, end).split(",", MOST_LISTED)) {
            String recipient = bare(each).toLowerCase(Locale.ROOT);
            if (!recipient.isEmpty()) {
                messages.deliver(message, recipient, new Delivery(fate, status, local && fate == Fate.SENT));
            }
        }
    }

    private static Fate fate(String status, LogLine line, int stat) {
        if (status.startsWith("4") || line.startsWith(stat, "Deferred") || line.startsWith(stat, "queued")) {
            return Fate.DEFERRED;
        }
        return status.startsWith("2") || line.startsWith(stat, "Sent") ? Fate.SENT : Fate.BOUNCED;
    }

    /** {@code relay=name [address] (may be forged)}. */
    private static Optional<IpAddress> relay(LogLine line, int from, int to) {
        int relay = line.findLast("relay=", from, to);
        int open = relay < 0 ? -1 : line.find("[", relay, to);
        int start = line.startsWith(open + 1, "IPv6:") ? open + 6 : open + 1;
        return open < 0 ? Optional.empty() : line.ip(start, line.stop(open, "]"));
    }

    private static String bare(String address) {
        String text = address.strip();
        return text.startsWith("<") && text.endsWith(">") ? text.substring(1, text.length() - 1) : text;
    }

    private static long session(LogLine line) {
        return LineHash.with(line.host, line.pid);
    }
}
