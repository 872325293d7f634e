package org.mimawari.connector.export.serverlog;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
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
 * Reads Exim 4's main log: arrivals ({@code <=}), deliveries ({@code =>}, {@code ->}, {@code >>}), failures
 * ({@code **}), delays ({@code ==}), {@code Completed}, and failed authentications.
 */
final class EximLines {

    private static final String FAILED = " authenticator failed for ";
    private static final int LONGEST_ID = 23;
    private static final int SHORTEST_ID = 16;

    private final LogEvidence evidence;
    private final AuthFailures failures;
    private final OpenMessages messages;
    private final SentMail sent;
    private final OwnSide ownSide;

    EximLines(LogEvidence evidence, AuthFailures failures, SentMail sent, OwnSide ownSide) {
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
        int start = line.at(line.message) == '[' ? Math.min(line.to, line.stop(line.message, "]") + 2) : line.message;
        int end = idEnd(line, start);
        if (end < 0) {
            failure(line, start);
            return;
        }
        line.source.saw(Sighting.EXIM);
        line.source.saw(Sighting.SMTP_MESSAGE);
        long key = LineHash.with(LineHash.of(line.bytes, start, end), line.host);
        int body = end + 1;
        if (line.startsWith(body, "<= ")) {
            arrival(line, body + 3, key);
        } else if (line.startsWith(body, "=> ") || line.startsWith(body, "-> ") || line.startsWith(body, ">> ")) {
            delivery(line, body + 3, key, Fate.SENT);
        } else if (line.startsWith(body, "** ")) {
            delivery(line, body + 3, key, Fate.BOUNCED);
        } else if (line.startsWith(body, "== ")) {
            delivery(line, body + 3, key, Fate.DEFERRED);
        } else if (line.startsWith(body, "Completed")) {
            messages.close(key);
        }
    }

    /** True for lines that only Exim writes. */
    static boolean isTypical(LogLine line) {
        return idEnd(line, line.message) > 0 || line.find(FAILED, line.message) > 0
                || line.startsWith(line.message, "H=") || line.startsWith(line.message, "exim ");
    }

    /** {@code 1xUyX5-0003hO-0Y}, or {@code 1xUyX5-00000000abc-0Y12} since 4.97; the space behind it, or −1. */
    private static int idEnd(LogLine line, int start) {
        int end = line.stop(start, " ");
        int length = end - start;
        if (length < SHORTEST_ID || length > LONGEST_ID || line.at(start + 6) != '-') {
            return -1;
        }
        for (int i = start; i < end; i++) {
            int c = line.at(i);
            boolean fits = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == '-';
            if (!fits) {
                return -1;
            }
        }
        return end;
    }

    private void arrival(LogLine line, int from, long key) {
        OpenMessage message = messages.begin(key, line.point());
        message.queued = true;
        sent.sawQueue();
        int sender = line.stop(from, " ");
        String envelope = line.text(from, sender);
        message.envelopeFrom = envelope.equals("<>") ? "" : envelope;
        // T= is the sender's text, and so is all behind it but the recipients at the end of the line.
        int subject = line.find(" T=\"", sender);
        int fields = subject < 0 ? line.to : subject;
        host(line, message, sender, fields);
        entrance(line, message, sender, fields);
        message.size = Math.max(0, number(line, " S=", sender, fields));
        int subjectEnd = subject < 0 ? sender : subject(line, message, subject + " T=\"".length());
        recipients(line, message, subjectEnd);
        int id = line.find(" id=", sender, fields);
        if (id >= 0) {
            messages.identify(message, "<" + line.text(id + " id=".length(), line.stop(id + 1, " ")) + ">");
        }
        if (message.envelopeFrom.isEmpty()) {
            bounce(line, message, sender, fields);
        }
    }

    /** {@code H=host (helo) [IP]:port}: the address is the first in brackets behind the greeting's parentheses. */
    private static void host(LogLine line, OpenMessage message, int start, int to) {
        int host = line.find(" H=", start, to);
        if (host < 0) {
            return;
        }
        int open = line.find(" [", host, to);
        int helo = line.find("(", host, open < 0 ? to : open);
        int heloEnd = helo < 0 ? -1 : line.find(") ", helo, to);
        if (heloEnd >= 0) {
            message.helo = LogEvidence.present(line.text(helo + 1, heloEnd));
            open = line.find("[", heloEnd, to);
        } else {
            message.helo = LogEvidence.present(line.textUntil(host + " H=".length(), " "));
        }
        int from = open >= 0 && line.at(open) == ' ' ? open + 2 : open + 1;
        message.ip = open < 0 ? Optional.empty() : line.ip(from, line.stop(open, "]"));
    }

    private void entrance(LogLine line, OpenMessage message, int from, int to) {
        int authenticated = line.find(" A=", from, to);
        int colon = authenticated < 0 ? -1 : line.stop(authenticated + 1, ": ");
        if (colon >= 0 && line.at(colon) == ':') {
            message.entrance = Entrance.AUTHENTICATED;
            message.user = line.textUntil(colon + 1, ": ");
            line.source.saw(Sighting.SMTP_LOGIN);
            ownSide.learn(message.user);
            failures.succeeded(message.ip, message.user);
            evidence.success(new Login(line.point(), message.user, message.ip, Protocol.SMTP, message.helo,
                    Optional.empty()), Set.of());
        } else if (line.find(" P=local", from, to) >= 0 || message.ip.filter(IpAddress::isLocal).isPresent()) {
            message.entrance = Entrance.OWN_HOST;
        }
    }

    private static int subject(LogLine line, OpenMessage message, int from) {
        int end = from;
        while (end < line.to && line.at(end) != '"') {
            end += line.at(end) == '\\' ? 2 : 1;
        }
        end = Math.min(end, line.to);
        message.subject = LogEvidence.present(EncodedWords.decoded(unescaped(line, from, end)));
        return end;
    }

    /** Exim writes bytes that are not printable as {@code \350}. */
    private static String unescaped(LogLine line, int from, int to) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = from; i < to; i++) {
            int first = line.at(i) == '\\' ? line.at(i + 1) : -1;
            if (first >= '0' && first <= '3' && i + 3 < to) {
                bytes.write((first - '0') * 64 + (line.at(i + 2) - '0' & 7) * 8 + (line.at(i + 3) - '0' & 7));
                i += 3;
            } else if (first > 0) {
                bytes.write(first);
                i++;
            } else {
                bytes.write(line.at(i));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** {@code for r1 r2 r3}, where the server logs it. */
    private static void recipients(LogLine line, OpenMessage message, int from) {
        int list = line.findLast(" for ", from);
        if (list < 0) {
            return;
        }
        int count = 0;
        for (int at = list + " for ".length(); at < line.to; at = line.stop(at, " ") + 1) {
            count += line.at(at) == ' ' ? 0 : 1;
        }
        message.expect(count);
    }

    private void bounce(LogLine line, OpenMessage report, int from, int to) {
        int original = line.find(" R=", from, to);
        int start = original + " R=".length();
        int end = original < 0 ? 0 : line.stop(start, " ");
        if (original >= 0) {
            long key = LineHash.with(LineHash.of(line.bytes, start, end), line.host);
            messages.find(key).ifPresent(message -> sent.bounced(message, line.point(), report.messageId));
        }
    }

    /** {@code => local <whole@address> R=router T=transport H=host [IP]}; with a host it left the server. */
    private void delivery(LogLine line, int from, long key, Fate fate) {
        int end = line.stop(from, " ");
        boolean hasWhole = line.at(end + 1) == '<' && line.find("@", from, end) < 0;
        String recipient = hasWhole ? line.textUntil(end + 2, ">") : line.text(from, end);
        int error = line.find(": ", end);
        boolean local = line.find(" H=", end, error < 0 ? line.to : error) < 0;
        if (fate == Fate.SENT && local) {
            ownSide.learn(recipient);
        }
        messages.deliver(messages.get(key, line.point()), recipient.toLowerCase(Locale.ROOT),
                new Delivery(fate, status(line, error), local && fate == Fate.SENT));
    }

    /** The enhanced status code (RFC 3463) behind the reply code in the error. */
    private static String status(LogLine line, int error) {
        for (int at = error < 0 ? line.to : error; at + 10 < line.to; at++) {
            boolean failed = line.at(at + 1) == '4' || line.at(at + 1) == '5';
            boolean reply = line.at(at) == ' ' && line.at(at + 4) == ' ';
            if (failed && reply && line.at(at + 5) == line.at(at + 1) && line.at(at + 6) == '.') {
                return line.textUntil(at + 5, " :<");
            }
        }
        return "";
    }

    /** {@code plain authenticator failed for H (helo) [IP]:port: 535 … (set_id=u)}. */
    private void failure(LogLine line, int start) {
        int failed = line.find(FAILED, start);
        int reply = failed < 0 ? -1 : line.find(": 5", failed);
        if (reply < 0) {
            return;
        }
        int close = line.findLast("]", failed, reply);
        int open = close < 0 ? -1 : line.findLast("[", failed, close);
        int id = line.find("(set_id=", reply);
        String user = id < 0 ? "" : line.text(id + "(set_id=".length(), line.endsWith(")") ? line.to - 1 : line.to);
        int helo = line.find("(", failed, Math.max(failed, open));
        Optional<String> client = helo < 0 ? Optional.empty() : LogEvidence.present(line.textUntil(helo + 1, ")"));
        line.source.saw(Sighting.EXIM);
        line.source.saw(Sighting.LOGIN_FAILURE);
        failures.submission(new Login(line.point(), user, open < 0 ? Optional.empty() : line.ip(open + 1, close),
                Protocol.SMTP, client, Optional.empty()));
    }

    private static long number(LogLine line, String key, int from, int to) {
        int at = line.find(key, from, to);
        return at < 0 ? -1 : line.number(at + key.length());
    }
}
